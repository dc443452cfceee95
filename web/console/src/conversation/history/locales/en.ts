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
  widget_opened: "Opened the chat",
  identified: "Said who they are",
  session_started: "Began a conversation",
  message_sent: "Wrote a message",
  message_received: "Got a message",
  messages_sent: "Wrote {count} messages",
  messages_received: "Got {count} messages",
  attachment_uploaded: "Uploaded a file",
  conversation_resolved: "The conversation was resolved",
  conversation_reopened: "The conversation was opened again",
  rating_submitted: "Rated the conversation: {score} of 5",
  failed: "What the visitor did could not be loaded.",
  times: "{event}, {count} times",
} as const;

export type TextKey = keyof typeof en;
