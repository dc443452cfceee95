import type { ClientFrame, Inbox } from "@chask/wire";
import type { Unsubscribe } from "../contract";
import type { Engine } from "../engine/engine";
import { failureOf } from "../failure";
import type { Failure } from "../failure";
import { caught } from "../promise";
import type { Ask } from "../rest";
import { showFrom } from "../thread/change";
import { beginning, withListed } from "../thread/listed";
import { isConversation, pathOf } from "./rest";

export interface WatchingOptions {
  readonly ask: Ask;
  readonly engine: Engine;
  readonly baseUrl: string;
  readonly write: (frame: ClientFrame) => boolean;
  readonly refused: (failure: Failure) => Error;
}

/** The threads of which an agent gets every message. */
export interface Watching {
  readonly watch: (conversation: string) => Unsubscribe;
  /** Whether the thread has been loaded at least once. */
  readonly isOpened: (conversation: string) => boolean;
  /** There is a new connection: it knows of no watched thread yet. */
  readonly live: () => void;
  readonly onInbox: (frame: Inbox) => void;
  /** Keeps a place for what is not stored, such as typing, of a conversation that was never opened. */
  readonly know: (conversation: string) => void;
}

export function createWatching(options: WatchingOptions): Watching {
  const { ask, engine, write } = options;
  const { book, reading } = engine;
  const watched = new Map<string, number>();
  const opened = new Set<string>();
  const opening = new Set<string>();
  const show = showFrom(options.baseUrl);

  const follow = (conversation: string): void => {
    write({ type: "watch", conversation, after: book.at(conversation).cursor });
  };

  const open = async (conversation: string): Promise<void> => {
    try {
      const listed = await ask({ method: "GET", path: pathOf(conversation) }, isConversation);
      reading.confirmed(conversation, listed.ownRead);
      const thread = beginning(book.at(conversation), listed.lastSequence);
      opened.add(conversation);
      book.set(withListed(thread, listed, show));
      if (watched.has(conversation)) {
        follow(conversation);
      }
      await engine.loadHistory(conversation);
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (!failure.retryable) {
        options.refused(failure);
      }
    } finally {
      opening.delete(conversation);
    }
  };

  const ensure = (conversation: string): void => {
    if (opened.has(conversation)) {
      follow(conversation);
    } else if (!opening.has(conversation)) {
      opening.add(conversation);
      void caught(open(conversation));
    }
  };

  return {
    watch: (conversation) => {
      const count = watched.get(conversation) ?? 0;
      watched.set(conversation, count + 1);
      if (count === 0) {
        ensure(conversation);
      }
      let ended = false;
      return () => {
        const left = (watched.get(conversation) ?? 1) - 1;
        if (ended) {
          return;
        }
        ended = true;
        if (left > 0) {
          watched.set(conversation, left);
        } else {
          watched.delete(conversation);
          write({ type: "unwatch", conversation });
        }
      };
    },
    isOpened: (conversation) => opened.has(conversation),
    live: () => [...watched.keys()].forEach(ensure),
    onInbox: ({ conversation, status, lastSequence }) => {
      const thread = book.get(conversation);
      if (thread !== undefined && watched.has(conversation) && opened.has(conversation)) {
        book.set({ ...thread, status, last: Math.max(thread.last, lastSequence) });
      }
    },
    know: (conversation) => book.set(book.at(conversation)),
  };
}
