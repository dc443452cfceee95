import { createTimers } from "../engine/timers";
import type { Environment } from "../environment";
import type { Failure } from "../failure";
import { retryDelay } from "../link/delay";

/** Does again, by name, what has failed for a while: each time after a longer pause, and after the server's own at least. */
export interface Again {
  readonly after: (name: string, failure: Failure, tried: number, run: () => void) => void;
  /** It is done in another way, or not wanted any more. */
  readonly drop: (name: string) => void;
  readonly end: () => void;
}

export function createAgain(environment: Pick<Environment, "after" | "random">): Again {
  const timers = createTimers(environment);
  return {
    after: (name, failure, tried, run) => {
      if (failure.retryable) {
        const delay = retryDelay(tried, () => environment.random());
        timers.set(name, Math.max(delay, failure.retryAfterMs ?? 0), run);
      }
    },
    drop: timers.clear,
    end: timers.clearAll,
  };
}
