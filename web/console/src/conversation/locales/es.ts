import type { TextKey } from "./en";

export const es: Readonly<Record<TextKey, string>> = {
  toMention: "Ir a la nota que te menciona",
  viewers: "Colegas en esta conversación",
  viewing: "{name} está viendo la conversación",
  writing: "{name} está escribiendo una respuesta",
  alsoWriting: "{name} también está escribiendo una respuesta.",
  hasAnswered: "{name} acaba de responder.",
  look: "Ver primero",
  sendAnyway: "Enviar de todos modos",
  leftHeld: "Tu respuesta a {name} está por enviarse.",
  "mentions.one": "1 colega",
  "mentions.other": "{count} colegas",
  noFilesInNote: "Las notas no llevan archivos. Elige Respuesta para enviar archivos al visitante.",
  noFilesInEdit:
    "No se pueden agregar archivos a un mensaje ya enviado. Deja de editar para enviar archivos.",
  notesFailed: "No se pudieron cargar las notas de esta conversación.",
  eventsFailed: "No se pudo cargar lo que se hizo con esta conversación.",
  visitorOutdated: "Esto puede estar desactualizado.",
  notLoaded: "No se pudieron cargar los mensajes.",
  earlierNotLoaded: "No se pudieron cargar los mensajes anteriores.",
  ownTime: "A la hora que elijas",
  ownTimeFault: "Elige una hora entre ahora y dentro de un año.",
};
