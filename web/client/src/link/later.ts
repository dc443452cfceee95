import type { Environment } from "../environment";
import { retryDelay } from "./delay";
import type { Stream } from "./stream";

export interface LaterOptions {
  readonly environment: Environment;
  /** Loads what a stream needs. Rejects when that cannot be loaded. */
  readonly choose: () => Promise<Stream>;
  /** It could not be loaded; it is tried again by itself. */
  readonly onUnavailable: () => void;
}

/** A stream that is loaded when it is first started; until then there is no connection. */
export function streamLater({ environment, choose, onUnavailable }: LaterOptions): Stream {
  let wanted = false;
  let chosen: Stream | undefined;
  let choosing = false;
  const take = async (attempt: number): Promise<void> => {
    choosing = true;
    try {
      chosen = await choose();
      if (wanted) {
        chosen.start();
      }
    } catch {
      choosing = false;
      if (wanted) {
        onUnavailable();
        environment.after(
          retryDelay(attempt, () => environment.random()),
          () => void again(attempt + 1),
        );
      }
    }
  };
  const again = async (attempt: number): Promise<void> => {
    if (wanted && !choosing) {
      await take(attempt);
    }
  };
  return {
    start: () => {
      wanted = true;
      if (chosen === undefined) {
        void again(0);
      } else {
        chosen.start();
      }
    },
    write: (frame) => chosen?.write(frame) ?? false,
    stop: () => {
      wanted = false;
      chosen?.stop();
    },
  };
}
