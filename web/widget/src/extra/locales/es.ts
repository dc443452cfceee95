import type { ExtraWords } from "../words";

export const words: ExtraWords = {
  conversations: "Conversaciones",
  newConversation: "Nueva conversación",
  file: "Archivo",
  remove: "Quitar {name}",
  retryFile: "Volver a subir {name}",
  dropFiles: "Suelta los archivos aquí",
  fileTooLarge: "Este archivo es demasiado grande.",
  fileEmpty: "Este archivo está vacío.",
  fileType: "No se pueden enviar archivos de este tipo.",
  fileInfected: "Este archivo contiene un virus y no se envió.",
  noRoom: "Ya no hay espacio para más archivos. Escribe un mensaje.",
  noScan: "Por ahora no se puede comprobar si los archivos tienen virus. Intenta más tarde.",
  tooManyFiles: "Demasiados archivos para un mensaje.",
};
