import type { WireMessage } from "@chask/wire";
import { failureOf } from "../failure";
import type { Failure } from "../failure";
import { caught } from "../promise";
import { prepend } from "../thread/change";
import type { Show } from "../thread/change";
import type { Placed } from "../thread/thread";
import type { Book } from "./book";

export interface HistoryOptions {
  readonly book: Book;
  readonly show: Show;
  /** The messages right before that sequence; rejects with `Failed`. */
  readonly page: (conversation: string, before: number) => Promise<readonly WireMessage[]>;
  /** A message is known to be stored; it may still be in the outbox. */
  readonly onCommitted: (placed: Placed) => void;
  /** Makes the error a caller gets, and reports it where the connection does not. */
  readonly refused: (failure: Failure) => Error;
}

/** Loads the page before what is held; one page of a conversation at a time, shared by all who ask meanwhile. */
export function historyLoader(options: HistoryOptions): (conversation: string) => Promise<void> {
  const { book, show } = options;
  const loading = new Map<string, Promise<void>>();

  const load = async (conversation: string): Promise<void> => {
    const { from } = book.at(conversation);
    if (from === 0) {
      return;
    }
    book.set({ ...book.at(conversation), loading: true });
    try {
      const page = await options.page(conversation, from + 1);
      const thread = book.at(conversation);
      const placed = page.map((message) => show(message, thread));
      book.set(prepend(thread, placed));
      placed.forEach(options.onCommitted);
    } catch (thrown) {
      throw options.refused(failureOf(thrown));
    } finally {
      book.set({ ...book.at(conversation), loading: false });
    }
  };

  return (conversation) => {
    const running = loading.get(conversation);
    if (running) {
      return running;
    }
    const mine = caught(load(conversation).finally(() => loading.delete(conversation)));
    loading.set(conversation, mine);
    return mine;
  };
}
