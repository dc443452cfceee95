import type { ExtraWords } from "../words";

export const words: ExtraWords = {
  conversations: "Conversas",
  newConversation: "Nova conversa",
  file: "Arquivo",
  remove: "Remover {name}",
  retryFile: "Enviar {name} de novo",
  dropFiles: "Solte os arquivos aqui",
  fileTooLarge: "Este arquivo é grande demais.",
  fileEmpty: "Este arquivo está vazio.",
  fileType: "Não é possível enviar arquivos deste tipo.",
  fileInfected: "Este arquivo contém um vírus e não foi enviado.",
  noRoom: "Não há mais espaço para arquivos. Escreva uma mensagem.",
  noScan: "No momento não é possível verificar se os arquivos têm vírus. Tente mais tarde.",
  tooManyFiles: "Arquivos demais para uma mensagem.",
};
