import type { Unsubscribe } from "./contract";
import { guarded } from "./emitter";

/** Tells listeners that something has changed, once for all changes of one task. */
export interface Notifier {
  readonly touch: () => void;
  readonly subscribe: (listener: () => void) => Unsubscribe;
  /** Nobody is told any more. */
  readonly end: () => void;
}

/** `before` runs ahead of the listeners. */
export function createNotifier(before: () => void): Notifier {
  const listeners = new Set<() => void>();
  let scheduled = false;
  let ended = false;
  const tell = (): void => {
    scheduled = false;
    if (ended) {
      return;
    }
    before();
    listeners.forEach((listener) => guarded(listener));
  };
  return {
    touch: () => {
      if (!scheduled) {
        scheduled = true;
        queueMicrotask(tell);
      }
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    end: () => {
      ended = true;
    },
  };
}
