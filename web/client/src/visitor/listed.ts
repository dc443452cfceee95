import type { Show } from "../thread/change";
import { withMarks } from "../thread/thread";
import type { Thread } from "../thread/thread";
import type { ListedConversation } from "./session";

/** The thread with what the server's list says of it. Marks and the last sequence only grow. */
export function withListed(thread: Thread, listed: ListedConversation, show: Show): Thread {
  const marked = withMarks(thread, listed);
  return {
    ...marked,
    status: listed.status,
    last: Math.max(thread.last, listed.lastSequence),
    counted: listed.unread,
    countedTo: listed.lastSequence,
    ...(listed.lastMessage === undefined ? {} : { preview: show(listed.lastMessage, marked).message }),
  };
}

/** A thread that begins to be held behind `mark`: what is older is history, what is newer will come. */
export function beginning(thread: Thread, mark: number): Thread {
  return thread.last === 0 && thread.cursor === 0 ? { ...thread, from: mark, cursor: mark } : thread;
}
