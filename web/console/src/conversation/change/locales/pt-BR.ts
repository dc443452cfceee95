import type { TextKey } from "./en";

export const ptBR: Readonly<Record<TextKey, string>> = {
  reply: "Responder a esta mensagem",
  copy: "Copiar o texto",
  copied: "Texto copiado",
  copyFailed: "Não foi possível copiar o texto",
  edit: "Editar",
  remove: "Apagar",
  removeTitle: "Apagar esta mensagem?",
  removeText: "Ela some também para o visitante, junto com os arquivos. Não dá para desfazer.",
  editing: "Editando uma mensagem",
  editingHint: "Enter salva · Esc deixa como estava",
  stopEditing: "Parar de editar",
  replying: "Resposta a {name}",
  dropQuote: "Responder sem a citação",
  "problem.CHANGE_TOO_LATE":
    "Esta mensagem não pode mais ser alterada e fica como estava. Escreva outra para corrigi-la; um administrador pode apagá-la.",
  "problem.MESSAGE_DELETED": "A mensagem já foi apagada. Escreva uma nova.",
  "problem.MESSAGE_NOT_YOURS":
    "Só quem escreveu uma mensagem pode editá-la. Escreva uma sua; um administrador pode apagá-la.",
  "problem.other": "A mensagem não foi alterada: {problem}",
};
