import type { ThreadWords } from "../words";

export const words: ThreadWords = {
  edited: "editada",
  deleted: "Esta mensagem foi apagada",
  answerTo: "Resposta a {name}: {text}",
};
