import type { ChatMessage, Conversation } from "@chask/client";
import type { Keyed } from "./keyed";

/** One line of a thread. */
export type Row =
  | (Keyed & { readonly kind: "day"; readonly at: Date })
  | (Keyed & { readonly kind: "name"; readonly name: string })
  | (Keyed & {
      readonly kind: "message";
      readonly message: ChatMessage;
      readonly first: boolean;
      readonly last: boolean;
    })
  | (Keyed & { readonly kind: "status"; readonly message: ChatMessage })
  | (Keyed & { readonly kind: "failed"; readonly message: ChatMessage })
  | (Keyed & { readonly kind: "typing"; readonly name: string | undefined });

/** Milliseconds between two messages of one person that still look like one. */
const together = 5 * 60_000;

/** The lines of a conversation. */
export function rowsOf(conversation: Conversation): readonly Row[] {
  const { messages, typing } = conversation;
  const lastOwn = messages.findLast(({ sender, status }) => sender === "user" && status !== "failed");
  const rows = messages.flatMap((message, index) => [
    ...linesOf(message, messages[index - 1], messages[index + 1]),
    ...(message === lastOwn ? [statusOf(message)] : []),
  ]);
  if (typing?.from === "agent") {
    rows.push({ kind: "typing", key: "typing", mark: typing.name ?? "", name: typing.name });
  }
  return rows;
}

function statusOf(message: ChatMessage): Row {
  return { kind: "status", key: "status", mark: message.id + message.status, message };
}

function linesOf(
  message: ChatMessage,
  before: ChatMessage | undefined,
  after: ChatMessage | undefined,
): Row[] {
  const { id, sender, status, timestamp, author } = message;
  const newDay = before?.timestamp.toDateString() !== timestamp.toDateString();
  const first = newDay || !areTogether(before, message);
  const last = !after || !areTogether(message, after);
  const rows: Row[] = [];
  if (newDay) {
    const day = timestamp.toDateString();
    rows.push({ kind: "day", key: day, mark: new Date().toDateString(), at: timestamp });
  }
  if (first && sender === "agent" && author?.name) {
    rows.push({ kind: "name", key: `name ${id}`, mark: author.name, name: author.name });
  }
  const mark = [first, last, status === "failed", timestamp.getTime(), storyOf(message)].join();
  rows.push({ kind: "message", key: id, mark, message, first, last });
  if (status === "failed") {
    rows.push({ kind: "failed", key: `failed ${id}`, mark: message.error?.message ?? "", message });
  }
  return rows;
}

/** Changes whenever the message is told otherwise. */
function storyOf({ content, editedAt, deletedAt, replyTo }: ChatMessage): string {
  return (editedAt ?? deletedAt ?? replyTo)
    ? JSON.stringify([content, editedAt, deletedAt, replyTo?.preview, replyTo?.deleted])
    : "";
}

/** Whether two messages in a row are one person's, of one day and soon after each other. */
function areTogether(one: ChatMessage | undefined, other: ChatMessage): boolean {
  return (
    one?.sender === other.sender &&
    one.author?.id === other.author?.id &&
    one.timestamp.toDateString() === other.timestamp.toDateString() &&
    other.timestamp.getTime() - one.timestamp.getTime() < together
  );
}
