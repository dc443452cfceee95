/// Who else is at a conversation. The keys of this catalogue are those of all.
export const en = {
  viewers: "Colleagues at this conversation",
  viewing: "{name} is viewing",
  writing: "{name} is writing a reply",
  alsoWriting: "{name} is writing a reply too.",
  hasAnswered: "{name} has just answered.",
  look: "Look first",
  sendAnyway: "Send anyway",
} as const;

export type TextKey = keyof typeof en;
