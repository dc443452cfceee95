/// The picker of canned replies. The keys of this catalogue are those of all.
export const en = {
  title: "Canned replies",
  loading: "Loading canned replies",
  none: "There are no canned replies yet.",
  add: "Add one in the settings",
  unmatched: "No canned reply has these words.",
  failed: "The canned replies could not be loaded. Close this and type / again.",
  "found.one": "1 canned reply",
  "found.other": "{count} canned replies",
  keys: "↑ ↓ choose · Enter inserts · Esc closes",
} as const;

export type TextKey = keyof typeof en;
