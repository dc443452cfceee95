import type { Environment } from "../environment";
import { ChatError } from "../error";
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

/** What reloading works with; it shares no code with what is loaded before it. */
export interface Reloading extends Pick<ReloadOptions, "book" | "timers" | "onLoaded"> {
  readonly missing: Map<string, number>;
  /** Tries once; true when trying again would not help. */
  readonly isHopeless: (conversation: string) => Promise<boolean>;
  readonly pauseAfter: (tried: number) => number;
}

/** Should what reloads itself not load: the next connection tries again too. */
const AGAIN_AFTER = 10_000;

export function createReloads(options: ReloadOptions): Reloads {
  const { book, timers } = options;
  /** Where a thread was restarted, by conversation. */
  const missing = new Map<string, number>();

  const reloading: Reloading = {
    ...options,
    missing,
    isHopeless: (conversation) => options.load(conversation).then(() => false, isFinal),
    pauseAfter: (tried) => retryDelay(tried, () => options.environment.random()),
  };
  const again = (conversation: string): void => {
    const name = `reload:${conversation}`;
    timers.clear(name);
    void caught(
      import("./reloading").then(
        ({ reload }) => reload(reloading, conversation),
        () => timers.set(name, AGAIN_AFTER, () => again(conversation)),
      ),
    );
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
