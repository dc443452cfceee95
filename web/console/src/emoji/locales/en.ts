/// The picker of emojis. The keys of this catalogue are those of all.
export const en = {
  title: "Emojis",
  search: "Find an emoji",
  none: "No emoji matches.",
  found: "Found",
  recent: "Recently used",
  faces: "Faces",
  hands: "Hands and people",
  hearts: "Hearts and celebrations",
  things: "Things",
  nature: "Nature, food and travel",
  signs: "Signs",
} as const;

export type TextKey = keyof typeof en;
