import { ChatError } from "../error";
import type { Environment } from "../environment";
import { retryDelay } from "../link/delay";
import { caught } from "../promise";
import type { Thread } from "../thread/thread";
import type { Book } from "./book";
import type { Timers } from "./timers";

/** Loads by REST what the server does not replay, until it is there. */
export interface Reloads {
  /** The thread has just been restarted: nothing is held of it up to its cursor. */
  readonly begin: (conversation: string) => void;
  /** Whether it is still missing; what comes meanwhile is told with it, in order. */
  readonly isMissing: (conversation: string) => boolean;
  /** There is a new connection: what is missing is tried at once. */
  readonly live: () => void;
  readonly stop: () => void;
}

export interface ReloadOptions {
  readonly environment: Pick<Environment, "random">;
  readonly book: Book;
  readonly timers: Timers;
  /** Loads the page before what is held; rejects with a `WidgetError`. */
  readonly load: (conversation: string) => Promise<void>;
  /** It is there, or will never be. */
  readonly onLoaded: (thread: Thread) => void;
}

export function createReloads({ environment, book, timers, load, onLoaded }: ReloadOptions): Reloads {
  /** Where a thread was restarted, by conversation. */
  const missing = new Map<string, number>();

  const attempt = async (conversation: string, tried: number): Promise<void> => {
    const name = `reload:${conversation}`;
    const hopeless = await load(conversation).then(() => false, isFinal);
    const thread = book.at(conversation);
    const start = missing.get(conversation);
    if (start === undefined || timers.has(name)) {
      return;
    }
    if (hopeless || start === 0 || thread.from < start) {
      missing.delete(conversation);
      onLoaded(thread);
    } else {
      const wait = retryDelay(tried, () => environment.random());
      timers.set(name, wait, () => void caught(attempt(conversation, tried + 1)));
    }
  };
  const again = (conversation: string): void => {
    timers.clear(`reload:${conversation}`);
    void caught(attempt(conversation, 0));
  };
  return {
    begin: (conversation) => {
      missing.set(conversation, book.at(conversation).from);
      again(conversation);
    },
    isMissing: (conversation) => missing.has(conversation),
    live: () => [...missing.keys()].forEach(again),
    stop: () => missing.clear(),
  };
}

function isFinal(thrown: unknown): boolean {
  return thrown instanceof ChatError && !thrown.details.retryable;
}
