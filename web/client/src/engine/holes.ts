import type { ClientFrame } from "@chask/wire";
import type { Thread } from "../thread/thread";
import type { Timers } from "./timers";

/** Asks for what is missing when a hole stays open. */
export interface Holes {
  /** Looks at a thread that may have changed. */
  readonly watch: (thread: Pick<Thread, "id" | "cursor" | "last">) => void;
  /** There is no connection: the next `welcome` fills the holes. */
  readonly pause: () => void;
}

const OPEN_FOR = 2_000;

/** A hole is anything between the cursor and the last known sequence; progress gives it two more seconds. */
export function createHoles(timers: Timers, write: (frame: ClientFrame) => boolean): Holes {
  const cursors = new Map<string, number>();
  const watch = ({ id, cursor, last }: Pick<Thread, "id" | "cursor" | "last">): void => {
    const name = `hole:${id}`;
    if (last <= cursor) {
      cursors.delete(id);
      timers.clear(name);
    } else if (cursors.get(id) !== cursor) {
      cursors.set(id, cursor);
      timers.set(name, OPEN_FOR, () => {
        cursors.delete(id);
        if (write({ type: "catchup", conversation: id, after: cursor })) {
          watch({ id, cursor, last });
        }
      });
    }
  };
  return {
    watch,
    pause: () => {
      cursors.forEach((_cursor, id) => timers.clear(`hole:${id}`));
      cursors.clear();
    },
  };
}
