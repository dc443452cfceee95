/// The page of tags. The keys of this catalogue are those of all.
export const en = {
  title: "Tags",
  hint: "Agents make a tag by using it on a conversation. Here you rename, merge and delete them.",
  empty: "There are no tags yet.",
  name: "Tag",
  conversations: "Conversations",
  actions: "Actions",
  rename: "Rename {name}",
  delete: "Delete {name}",
  renameTitle: "Rename tag",
  newName: "New name",
  save: "Rename",
  mergeTitle: "Merge tags?",
  "merge.one":
    "There is a tag “{to}” already. 1 conversation with “{from}” gets it instead, and “{from}” goes. This cannot be undone.",
  "merge.other":
    "There is a tag “{to}” already. {count} conversations with “{from}” get it instead, and “{from}” goes. This cannot be undone.",
  mergeUnused:
    "There is a tag “{to}” already. No conversation has “{from}”, and it goes. This cannot be undone.",
  merge: "Merge",
  deleteTitle: "Delete tag?",
  "deleteText.one": "1 conversation loses the tag “{name}”. This cannot be undone.",
  "deleteText.other": "{count} conversations lose the tag “{name}”. This cannot be undone.",
  deleteUnused: "No conversation has the tag “{name}”.",
  deleteIt: "Delete",
  renamed: "Renamed to “{name}”.",
  merged: "Merged into “{name}”.",
  deleted: "“{name}” deleted.",
  INVALID_FIELD: "A tag is one line of up to 50 characters.",
  NOT_FOUND: "This tag is gone already.",
} as const;

export type TextKey = keyof typeof en;
