import type { TextKey } from "./en";

export const es: Readonly<Record<TextKey, string>> = {
  routing: "Quién recibe una conversación nueva",
  routingHint:
    "Los agentes toman las conversaciones, o cada una nueva va a quien está en línea y tiene menos. Quien toma o transfiere una a mano siempre tiene prioridad.",
  mode: "Conversaciones nuevas",
  manual: "Esperan a que un agente las tome",
  least_loaded: "Van al agente que tiene menos",
  capacity: "Conversaciones por agente",
  capacityHint: "Nadie recibe más a la vez. Las demás esperan en Sin asignar hasta que alguien tenga lugar.",
  away: "Ausente tras (minutos)",
  awayHint: "Tras ese tiempo sin tecla ni movimiento en ninguna página del agente.",
  giveBack: "Devolver tras (minutos)",
  giveBackHint:
    "Quien esté desconectado ese tiempo pierde las conversaciones que esperan respuesta. Vacío: cada quien conserva las suyas.",
  badNumber: "Escribe un número entero del {least} al {most}.",

  teams: "Equipos",
  teamsHint: "Pasa una conversación a un equipo y esperará a sus miembros, o irá al miembro que tenga menos.",
  newTeam: "Nuevo equipo",
  noTeams: "Aún no hay equipos.",
  editTitle: "Equipo {name}",
  teamName: "Nombre",
  members: "Miembros",
  create: "Crear equipo",
  save: "Guardar equipo",
  edit: "Editar el equipo {name}",
  remove: "Disolver el equipo {name}",
  removeTitle: "¿Disolver el equipo {name}?",
  removeText: "Sus conversaciones se quedan, sin equipo. Sus miembros siguen siendo agentes.",
  removeAction: "Disolver equipo",

  capacities: "Límites individuales",
  capacitiesHint: "Cuántas recibe cada agente como máximo. Vacío: el número de arriba.",
  capacityOf: "Conversaciones para {name}",
  TEAM_NAME_TAKEN: "Otro equipo tiene ese nombre.",
  TOO_MANY_TEAMS: "Ya hay 100 equipos; no puede haber más.",
  INVALID_FIELD: "Escribe un nombre de 1 a 60 caracteres.",
  NOT_FOUND: "Ya no existe. Recarga la página.",
};
