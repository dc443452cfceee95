/// The settings' frame and its form parts. The keys of this catalogue are those of all.
export const en = {
  title: "Settings",
  back: "Back to the conversations",
  backToList: "Back to the list of settings",
  loading: "Loading settings",
  "group.own": "Personal",
  "group.organization": "Organization",
  "page.account": "My account",
  "page.notifications": "Notifications",
  "page.organization": "Organization",
  "page.widget": "Widget",
  "page.keys": "Keys and origins",
  "page.team": "Team",
  "page.replies": "Canned replies",
  "page.tags": "Tags",
  "page.routing": "Teams and routing",
  "page.attachments": "Files",
  "page.messages": "Messages",
  "page.identity": "Visitors’ identity",
  "page.audit": "Audit log",

  "form.save": "Save",
  "form.saving": "Saving…",
  "form.saved": "Saved.",
  "form.reset": "Discard changes",
  "form.kept": "Your changes are kept, not saved.",
  "form.back": "Go back",
  "form.unsaved": "Not saved yet",
  "form.refused": "The server does not take this. Write it differently.",
  "form.changedMeanwhile":
    "Somebody else has changed this page meanwhile, and it does not fit together. Look at it and save again.",
  "form.cancel": "Cancel",
  "form.close": "Close",
  "form.copy": "Copy",
  "form.copied": "Copied",
  "form.showPassword": "Show password",

  "role.owner": "Owner",
  "role.admin": "Admin",
  "role.agent": "Agent",
} as const;

export type TextKey = keyof typeof en;
