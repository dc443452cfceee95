export const words = {
  edited: "edited",
  deleted: "This message was deleted",
  answerTo: "Answer to {name}: {text}",
} as const;
