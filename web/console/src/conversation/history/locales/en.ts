/// The visitor's history. The keys of this catalogue are those of all.
export const en = {
  earlier: "Earlier conversations",
  noEarlier: "This is the first one.",
  timeline: "Timeline",
  nothing: "Nothing yet.",
  open: "Open",
  resolved: "Resolved",
  file: "File",
  page_viewed: "Looked at a page",
  session_started: "Began a conversation",
  message_sent: "Wrote a message",
  message_received: "Got a message",
  attachment_uploaded: "Uploaded a file",
  times: "{event}, {count} times",
} as const;

export type TextKey = keyof typeof en;
