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
  "problem.CHANGE_TOO_LATE":
    "This message can no longer be changed and stays as it was. Write another one to correct it; an admin can delete it.",
  "problem.MESSAGE_DELETED": "The message has been deleted already. Write a new one.",
  "problem.MESSAGE_NOT_YOURS":
    "Only its author can edit a message. Write one of your own; an admin can delete it.",
  "problem.other": "The message was not changed: {problem}",
} as const;

export type TextKey = keyof typeof en;
