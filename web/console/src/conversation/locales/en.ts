/// What comes with a thread: who else is at it, a reply left while it waits, mentions, what the composer refuses, and a rest's
/// own time. The keys of this catalogue are those of all.
export const en = {
  toMention: "To the note that mentions you",
  viewers: "Colleagues at this conversation",
  viewing: "{name} is viewing",
  writing: "{name} is writing a reply",
  alsoWriting: "{name} is writing a reply too.",
  hasAnswered: "{name} has just answered.",
  look: "Look first",
  sendAnyway: "Send anyway",
  leftHeld: "Your reply to {name} is about to be sent.",
  "mentions.one": "1 colleague",
  "mentions.other": "{count} colleagues",
  noFilesInNote: "Notes take no files. Choose Reply to send files to the visitor.",
  noFilesInEdit: "Files cannot be added to a message that was sent. Stop editing to send files.",
  notesFailed: "The notes of this conversation could not be loaded.",
  eventsFailed: "What was done with this conversation could not be loaded.",
  visitorOutdated: "This may be out of date.",
  notLoaded: "The messages could not be loaded.",
  earlierNotLoaded: "Earlier messages could not be loaded.",
  ownTime: "At a time you choose",
  ownTimeFault: "Choose a time between now and a year from now.",
} as const;

export type TextKey = keyof typeof en;
