import type { TextKey } from "./en";

export const ptBR: Readonly<Record<TextKey, string>> = {
  title: "Etiquetas",
  hint: "Uma etiqueta é criada quando alguém a usa em uma conversa. Aqui você renomeia, une e exclui etiquetas.",
  empty: "Ainda não há etiquetas.",
  name: "Etiqueta",
  conversations: "Conversas",
  actions: "Ações",
  rename: "Renomear {name}",
  delete: "Excluir {name}",
  renameTitle: "Renomear etiqueta",
  newName: "Novo nome",
  save: "Renomear",
  mergeTitle: "Unir as etiquetas?",
  "merge.one":
    "Já existe a etiqueta “{to}”. 1 conversa com “{from}” passa a tê-la, e “{from}” some. Não dá para desfazer.",
  "merge.other":
    "Já existe a etiqueta “{to}”. {count} conversas com “{from}” passam a tê-la, e “{from}” some. Não dá para desfazer.",
  mergeUnused: "Já existe a etiqueta “{to}”. Nenhuma conversa tem “{from}”, que some. Não dá para desfazer.",
  merge: "Unir",
  deleteTitle: "Excluir a etiqueta?",
  "deleteText.one": "1 conversa perde a etiqueta “{name}”. Não dá para desfazer.",
  "deleteText.other": "{count} conversas perdem a etiqueta “{name}”. Não dá para desfazer.",
  deleteUnused: "Nenhuma conversa tem a etiqueta “{name}”.",
  deleteIt: "Excluir",
  renamed: "Agora se chama “{name}”.",
  merged: "Unida com “{name}”.",
  deleted: "“{name}” foi excluída.",
  INVALID_FIELD: "Uma etiqueta é uma linha de até 50 caracteres.",
  NOT_FOUND: "Esta etiqueta não existe mais.",
};
