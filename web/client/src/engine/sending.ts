import type { ChatMessage } from "../contract";
import type { Failure } from "../failure";
import { messageOf } from "../outbox/entry";
import type { Entry } from "../outbox/entry";
import { createOutbox } from "../outbox/outbox";
import type { Outbox } from "../outbox/outbox";
import { deferred } from "../promise";
import type { Deferred } from "../promise";
import { pend, unpend } from "../thread/change";
import type { Placed } from "../thread/thread";
import type { Book } from "./book";
import type { EngineOptions } from "./options";

/** One's own messages, from the moment they are handed in until their commit or their verdict is known. */
export interface Sending {
  readonly outbox: Outbox;
  /** With a failure: shown as failed at once, and never written. */
  readonly send: (entry: Entry, failure?: Failure) => Promise<ChatMessage>;
  /** A message is known to be stored; it may still be in the outbox. */
  readonly committed: (placed: Placed) => void;
  /** Forgets everything in memory; waiting promises are rejected. */
  readonly stop: (failure: Failure) => void;
}

export function createSending(options: EngineOptions, book: Book): Sending {
  const { own, listener, toError } = options;
  const waiting = new Map<string, Deferred<ChatMessage>>();
  const outbox = createOutbox({
    ...options,
    askFor: (conversation) =>
      options.write({ type: "catchup", conversation, after: book.at(conversation).cursor }),
    onEntry: (entry) => {
      showEntry(options, book, entry);
      listener.onEntry(entry);
    },
    onFailed: (entry, failure) => {
      const error = toError(failure);
      if (failure.code === "SEND_ERROR") {
        // Any other is the connection's, which tells it once for all messages.
        listener.onError(error);
      }
      waiting.get(entry.id)?.reject(error);
      waiting.delete(entry.id);
    },
  });

  const send = (entry: Entry, failure?: Failure): Promise<ChatMessage> => {
    const end = deferred<ChatMessage>();
    waiting.set(entry.id, end);
    if (!failure) {
      outbox.put(entry);
    } else {
      outbox.fail(entry, failure);
    }
    return end.promise;
  };
  return {
    outbox,
    send,
    committed: (placed) => {
      const { id, sender } = placed.message;
      const entry = sender === own ? outbox.take(id) : undefined;
      if (entry) {
        listener.onSent(entry, placed);
        waiting.get(id)?.resolve(placed.message);
        waiting.delete(id);
      }
    },
    stop: (failure) => {
      outbox.stop();
      waiting.forEach((end, messageId) => end.reject(toError({ ...failure, messageId })));
      waiting.clear();
    },
  };
}

/** Shows what waits to be sent at the end of its conversation. */
function showEntry({ own, toError }: EngineOptions, book: Book, entry: Entry): void {
  for (const thread of book.all()) {
    // It may have been written before the conversations were known, and belong elsewhere now.
    book.set(thread.id === entry.conversation ? thread : unpend(thread, entry.id));
  }
  if (!book.isCommitted(entry.id)) {
    book.set(pend(book.at(entry.conversation), messageOf(entry, own, toError)));
  }
}
