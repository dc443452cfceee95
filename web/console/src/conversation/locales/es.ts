import type { TextKey } from "./en";

export const es: Readonly<Record<TextKey, string>> = {
  viewers: "Colegas en esta conversación",
  viewing: "{name} la está viendo",
  writing: "{name} está escribiendo una respuesta",
  alsoWriting: "{name} también está escribiendo una respuesta.",
  hasAnswered: "{name} acaba de responder.",
  look: "Ver primero",
  sendAnyway: "Enviar de todos modos",
};
