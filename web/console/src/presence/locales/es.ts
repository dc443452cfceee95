import type { TextKey } from "./en";

export const es: Readonly<Record<TextKey, string>> = {
  choice: "Cómo te ven tus colegas y los visitantes",
  awayByItself: "Llevas un rato sin actividad, así que apareces como ausente.",
  teams: "Equipos",
  team: "Equipo",
  anyTeam: "Cualquier equipo",
  noTeam: "Sin equipo",
  inTeam: "Equipo {team}",

  claimed: "{actor} tomó la conversación",
  assigned: "{actor} asignó la conversación a {agent}",
  unassigned: "{actor} le quitó la conversación a {agent}",
  released: "{actor} devolvió la conversación",
  routed: "Asignada a {agent} automáticamente",
  givenBack: "Retirada de {agent}, que no está en línea",
  moved: "{actor} pasó la conversación a {team}",
  movedOut: "{actor} sacó la conversación de su equipo",
  resolved: "{actor} resolvió la conversación",
  reopened: "{actor} reabrió la conversación",
  snoozed: "{actor} pospuso la conversación hasta {time}",
  woken: "{actor} quitó el aplazamiento",
  wokenByTime: "Terminó el aplazamiento",
};
