import type { ChatMessage } from "@chask/client";

/// The newest message that the server has. One's own that is on its way stands last, whatever comes before it meanwhile.
export function newestStored(messages: readonly ChatMessage[]): ChatMessage | undefined {
  return messages.findLast(({ status }) => status !== "sending" && status !== "failed");
}

/// What the visitor has written since that message was the newest. Nothing where there was none, or it is not there any
/// more: the thread has been loaded since, and what is new in it cannot be told.
export function saidSince(messages: readonly ChatMessage[], id: string | undefined): readonly ChatMessage[] {
  const place = messages.findIndex((message) => message.id === id);
  return place < 0 ? [] : messages.slice(place + 1).filter(({ sender }) => sender === "user");
}
