/// The settings' frame, its form parts and the page of one's own account. The keys of this catalogue are those of all.
export const en = {
  title: "Settings",
  back: "Back to the conversations",
  backToList: "Back to the list of settings",
  loading: "Loading settings",
  "group.own": "Yours",
  "group.organization": "Organization",
  "page.account": "My account",
  "page.attachments": "Files",
  "page.audit": "Audit log",

  "form.save": "Save",
  "form.saving": "Saving…",
  "form.saved": "Saved.",
  "form.reset": "Discard changes",
  "form.cancel": "Cancel",
  "form.close": "Close",
  "form.copy": "Copy",
  "form.copied": "Copied",
  "form.showPassword": "Show password",

  "role.owner": "Owner",
  "role.admin": "Admin",
  "role.agent": "Agent",

  "me.profile": "Profile",
  "me.profileHint": "Visitors see your name.",
  "me.name": "Name",
  "me.email": "Email",
  "me.role": "Role",
  "me.organization": "Organization",
} as const;

export type TextKey = keyof typeof en;
