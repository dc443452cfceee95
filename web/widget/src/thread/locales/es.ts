import type { ThreadWords } from "../words";

export const words: ThreadWords = {
  edited: "editado",
  deleted: "Este mensaje fue eliminado",
  answerTo: "Respuesta a {name}: {text}",
};
