/// What notifications say, and who offers them. The keys of this catalogue are those of all.
export const en = {
  message: "New message",
  file: "Sent a file",
  mentioned: "{name} mentioned you",
  assigned: "Assigned to you: {name}",
  woken: "Snooze ended: {name}",
  note: "In a note on the conversation with {name}",
  many: "{count} updates",
  nudge: "Know when somebody writes",
  nudgeHint: "This browser can tell you of new messages while you work in another window.",
  nudgeAllow: "Allow notifications",
  nudgeDecline: "Not now",
} as const;

export type TextKey = keyof typeof en;
