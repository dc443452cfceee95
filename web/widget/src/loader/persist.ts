import type { WidgetError } from "../api";

/** What a repeated task needs to know of its surroundings. */
export interface Persistence {
  /** Ends all waiting. */
  readonly signal: AbortSignal;
  /** Codes of failures already told; emptied by a success. */
  readonly reported: Set<string>;
  /** Tells of a failure, once for each cause. */
  tell(error: WidgetError): void;
  /** Makes the error for whatever was thrown. */
  explain(thrown: unknown): WidgetError;
}

/**
 * Tries until it works, with full-jitter back-off (PROTOCOL.md §8), and at once when the browser is online again.
 * Rejects only with an error that trying again cannot cure, or when the signal has ended it.
 */
export async function persist<T>(
  task: () => Promise<T>,
  on: Persistence,
  random: () => number = Math.random,
): Promise<T> {
  const { signal, reported } = on;
  for (let attempt = 0; ; attempt++) {
    try {
      signal.throwIfAborted();
      const result = await task();
      signal.throwIfAborted();
      reported.clear();
      return result;
    } catch (thrown) {
      const error = on.explain(thrown);
      if (!signal.aborted && !reported.has(error.code)) {
        reported.add(error.code);
        on.tell(error);
      }
      if (signal.aborted || !error.details?.retryable) {
        throw error;
      }
    }
    await pause(500 + random() * Math.min(20_000, 500 * 2 ** attempt), "online", signal);
  }
}

/** Waits so many milliseconds; not longer once the window has heard the event or the signal has ended it. */
export function pause(milliseconds: number, event: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      removeEventListener(event, done);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    addEventListener(event, done);
    signal.addEventListener("abort", done);
  });
}
