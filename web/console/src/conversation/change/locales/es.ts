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
  "problem.CHANGE_TOO_LATE":
    "Este mensaje ya no se puede cambiar y queda como estaba. Escribe otro para corregirlo; un administrador puede eliminarlo.",
  "problem.MESSAGE_DELETED": "El mensaje ya fue eliminado. Escribe uno nuevo.",
  "problem.MESSAGE_NOT_YOURS":
    "Solo quien escribió un mensaje puede editarlo. Escribe uno tuyo; un administrador puede eliminarlo.",
  "problem.other": "El mensaje no se cambió: {problem}",
};
