/// Views that an agent has kept under a name. The keys of this catalogue are those of all.
export const en = {
  saved: "Saved views",
  saveAs: "Save this view as",
  save: "Save",
  replace: "Replace",
  rename: "Rename {name}",
  newName: "New name of {name}",
  forget: "Delete {name}",
  NAME_TAKEN: "Another of your views has this name.",
  TOO_MANY_FILTERS: "You have 50 saved views, the most there can be. Delete one first.",
  failed: "Your saved views cannot be reached right now. Try again.",
} as const;

export type TextKey = keyof typeof en;
