import type { TextKey } from "./en";

export const ptBR: Readonly<Record<TextKey, string>> = {
  changes: "Editar e apagar",
  changesHint:
    "Agentes podem editar e apagar o que eles mesmos escreveram. Administradores podem apagar a mensagem de qualquer agente a qualquer momento.",
  minutes: "Por quantos minutos",
  minutesHint: "0: nunca. No máximo 525.600, um ano.",
  minutesFault: "Escreva um número inteiro de 0 a 525.600.",
};
