/// The page of messages. The keys of this catalogue are those of all.
export const en = {
  changes: "Editing and deleting",
  changesHint:
    "Agents can edit and delete what they wrote themselves. Admins can delete any agent’s message at any time.",
  minutes: "For how many minutes",
  minutesHint: "0: never. At most 525,600, a year.",
  minutesFault: "Write a whole number from 0 to 525,600.",
} as const;

export type TextKey = keyof typeof en;
