/// Editing, deleting and quoting messages. The keys of this catalogue are those of all.
export const en = {
  reply: "Reply to this",
  copy: "Copy text",
  copied: "Text copied",
  copyFailed: "The text could not be copied",
  edit: "Edit",
  remove: "Delete",
  removeTitle: "Delete this message?",
  removeText: "It disappears for the visitor too, together with its files. This cannot be undone.",
  editing: "Editing a message",
  editingHint: "Enter saves · Esc leaves it as it was",
  stopEditing: "Stop editing",
  replying: "Reply to {name}",
  dropQuote: "Reply without the quote",
  "problem.CHANGE_TOO_LATE": "The time for changing this message is over. It stays as it was.",
  "problem.MESSAGE_DELETED": "The message has been deleted already.",
  "problem.MESSAGE_NOT_YOURS": "Only its author can change a message.",
  "problem.other": "The message was not changed: {problem}",
} as const;

export type TextKey = keyof typeof en;
