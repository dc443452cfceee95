import type { TextKey } from "./en";

export const ptBR: Readonly<Record<TextKey, string>> = {
  viewers: "Colegas nesta conversa",
  viewing: "{name} está vendo",
  writing: "{name} está escrevendo uma resposta",
  alsoWriting: "{name} também está escrevendo uma resposta.",
  hasAnswered: "{name} acabou de responder.",
  look: "Ver primeiro",
  sendAnyway: "Enviar mesmo assim",
};
