/// What notifications say. The keys of this catalogue are those of all.
export const en = {
  message: "New message",
  file: "Sent a file",
  mentioned: "{name} mentioned you",
  note: "In a note on the conversation with {name}",
  many: "{count} new messages",
} as const;

export type TextKey = keyof typeof en;
