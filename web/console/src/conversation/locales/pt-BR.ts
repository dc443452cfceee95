import type { TextKey } from "./en";

export const ptBR: Readonly<Record<TextKey, string>> = {
  toMention: "Ir para a nota que menciona você",
  viewers: "Colegas nesta conversa",
  viewing: "{name} está vendo a conversa",
  writing: "{name} está escrevendo uma resposta",
  alsoWriting: "{name} também está escrevendo uma resposta.",
  hasAnswered: "{name} acabou de responder.",
  look: "Ver primeiro",
  sendAnyway: "Enviar mesmo assim",
  leftHeld: "Sua resposta a {name} está prestes a ser enviada.",
  "mentions.one": "1 colega",
  "mentions.other": "{count} colegas",
  noFilesInNote: "Notas não levam arquivos. Escolha Resposta para enviar arquivos ao visitante.",
  noFilesInEdit:
    "Não dá para adicionar arquivos a uma mensagem já enviada. Pare de editar para enviar arquivos.",
  notesFailed: "Não foi possível carregar as notas desta conversa.",
  eventsFailed: "Não foi possível carregar o que foi feito com esta conversa.",
  visitorOutdated: "Isto pode estar desatualizado.",
  notLoaded: "Não foi possível carregar as mensagens.",
  earlierNotLoaded: "Não foi possível carregar as mensagens anteriores.",
  ownTime: "No horário que você escolher",
  ownTimeFault: "Escolha um horário entre agora e daqui a um ano.",
};
