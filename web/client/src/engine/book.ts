import type { MessageStatus, Sender } from "../contract";
import { emptyThread } from "../thread/thread";
import type { Thread } from "../thread/thread";

/** A change of a message's status, as `messageStatus` hands it over. */
export interface StatusChange {
  readonly messageId: string;
  readonly status: MessageStatus;
  readonly previous: MessageStatus;
}

/** The threads of one client, and what each of one's own messages was last seen as. */
export interface Book {
  readonly get: (id: string) => Thread | undefined;
  /** The thread, or an empty one that is not kept yet. */
  readonly at: (id: string) => Thread;
  readonly all: () => readonly Thread[];
  /** Whether this message of one's own has been seen committed. */
  readonly isCommitted: (id: string) => boolean;
  /** Keeps the thread; tells what has changed. Nothing happens when it is the same object. */
  readonly set: (thread: Thread) => void;
  /** From now on every thread is kept as this makes it of what was set, and those that are kept already. */
  readonly refine: (made: (thread: Thread) => Thread) => void;
  readonly clear: () => void;
}

export interface BookListener {
  readonly onThread: (thread: Thread) => void;
  readonly onStatus: (change: StatusChange) => void;
}

const asSet = (thread: Thread): Thread => thread;

export function createBook(own: "user" | "agent", listener: BookListener): Book {
  const threads = new Map<string, Thread>();
  const statuses = new Map<string, MessageStatus>();
  let refined = asSet;

  const note = (id: string, sender: Sender, status: MessageStatus): void => {
    const previous = statuses.get(id);
    if (sender === own && previous !== status) {
      statuses.set(id, status);
      if (previous !== undefined) {
        listener.onStatus({ messageId: id, status, previous });
      }
    }
  };

  const set = (given: Thread): void => {
    const thread = refined(given);
    if (threads.get(thread.id) === thread) {
      return;
    }
    threads.set(thread.id, thread);
    listener.onThread(thread);
    for (const { message } of [...thread.held, ...thread.aside]) {
      note(message.id, message.sender, message.status);
    }
    for (const message of thread.pending) {
      note(message.id, message.sender, message.status);
    }
  };

  return {
    get: (id) => threads.get(id),
    at: (id) => threads.get(id) ?? emptyThread(id, own),
    isCommitted: (id) => !["sending", "failed", undefined].includes(statuses.get(id)),
    all: () => [...threads.values()],
    set,
    refine: (made) => {
      refined = made;
      threads.forEach(set);
    },
    clear: () => {
      threads.clear();
      statuses.clear();
    },
  };
}
