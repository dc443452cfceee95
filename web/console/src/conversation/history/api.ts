import { count, listOf, oneOf, shape, text, time, type Guard } from "@chask/wire";
import { ask } from "../../settings/request";

export const eventTypes = [
  "page_viewed",
  "widget_opened",
  "identified",
  "session_started",
  "message_sent",
  "message_received",
  "attachment_uploaded",
  "conversation_resolved",
  "conversation_reopened",
  "rating_submitted",
] as const;

export interface HistoryEvent {
  readonly type: (typeof eventTypes)[number];
  readonly at: string;
  readonly conversation?: string;
  /// Of the page on which it was done.
  readonly url?: string;
  /// Of that page, or the file's name.
  readonly title?: string;
  /// Of a rating, 1 to 5.
  readonly score?: number;
  /// Of messages: how many were sent, or received, before something else happened.
  readonly count?: number;
}

export interface EarlierConversation {
  readonly id: string;
  readonly status: "open" | "resolved";
  readonly createdAt: string;
  readonly activeAt: string;
  readonly lastMessage?: { readonly content: string };
}

export interface History {
  readonly conversations: readonly EarlierConversation[];
  readonly timeline: readonly HistoryEvent[];
}

const isHistory: Guard<History> = shape({
  conversations: listOf(
    shape(
      { id: text, status: oneOf("open", "resolved"), createdAt: time, activeAt: time },
      { lastMessage: shape({ content: text }) },
    ),
  ),
  timeline: listOf(
    shape(
      { type: oneOf(...eventTypes), at: time },
      { conversation: text, url: text, title: text, score: count, count },
    ),
  ),
});

export async function loadHistory(visitor: string): Promise<History> {
  return ask({ method: "GET", path: `/v1/visitors/${visitor}/history` }, isHistory);
}
