import type { TextKey } from "./en";

export const es: Readonly<Record<TextKey, string>> = {
  reply: "Responder a este mensaje",
  copy: "Copiar el texto",
  copied: "Texto copiado",
  copyFailed: "No se pudo copiar el texto",
  edit: "Editar",
  remove: "Eliminar",
  removeTitle: "¿Eliminar este mensaje?",
  removeText: "También desaparece para el visitante, junto con sus archivos. No se puede deshacer.",
  editing: "Editando un mensaje",
  editingHint: "Enter guarda · Esc lo deja como estaba",
  stopEditing: "Dejar de editar",
  replying: "Respuesta a {name}",
  dropQuote: "Responder sin la cita",
  "problem.CHANGE_TOO_LATE": "Ya pasó el tiempo para cambiar este mensaje. Queda como estaba.",
  "problem.MESSAGE_DELETED": "El mensaje ya fue eliminado.",
  "problem.MESSAGE_NOT_YOURS": "Solo quien lo escribió puede cambiar un mensaje.",
  "problem.other": "El mensaje no se cambió: {problem}",
};
