import { count, message, oneOf, shape, text } from "@chask/wire";
import type { Guard, WireMessage } from "@chask/wire";
import type { Show } from "./change";
import { withMarks } from "./thread";
import type { Thread } from "./thread";

/** A conversation as the server lists it, for a visitor or an agent. */
export interface ListedConversation {
  readonly id: string;
  readonly status: "open" | "resolved";
  readonly lastSequence: number;
  readonly delivered: number;
  readonly read: number;
  readonly ownRead: number;
  readonly unread: number;
  readonly lastMessage?: WireMessage;
}

/** Its fields, for guards of more. */
export const listedFields: {
  readonly [K in Exclude<keyof ListedConversation, "lastMessage">]: Guard<ListedConversation[K]>;
} = {
  id: text,
  status: oneOf("open", "resolved"),
  lastSequence: count,
  delivered: count,
  read: count,
  ownRead: count,
  unread: count,
};

export const isListed: Guard<ListedConversation> = shape(listedFields, { lastMessage: message });

/** The thread with what the server's list says of it. Marks and the last sequence only grow. */
export function withListed(thread: Thread, listed: ListedConversation, show: Show): Thread {
  const marked = withMarks(thread, listed);
  return {
    ...marked,
    last: Math.max(thread.last, listed.lastSequence),
    counted: listed.unread,
    countedTo: listed.lastSequence,
    ...(listed.lastMessage && { preview: show(listed.lastMessage, marked).message }),
  };
}

/** A thread that begins to be held behind `mark`: what is older is history, what is newer will come. */
export function beginning(thread: Thread, mark: number): Thread {
  return thread.last === 0 && thread.cursor === 0 ? { ...thread, from: mark, cursor: mark } : thread;
}
