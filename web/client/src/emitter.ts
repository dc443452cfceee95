import type { Unsubscribe } from "./contract";

/** Calls listeners; one that throws harms neither the others nor the caller. */
export interface Emitter<E> {
  readonly on: <K extends keyof E>(event: K, listener: (data: E[K]) => void) => Unsubscribe;
  readonly emit: <K extends keyof E>(event: K, data: E[K]) => void;
  /** Nobody is called any more, whoever comes later included. */
  readonly end: () => void;
}

type Listeners<E> = { [K in keyof E]?: Set<(data: E[K]) => void> };

export function createEmitter<E>(): Emitter<E> {
  const listeners: Listeners<E> = {};
  let ended = false;
  return {
    on: (event, listener) => {
      const set = (listeners[event] ??= new Set());
      set.add(listener);
      return () => set.delete(listener);
    },
    emit: (event, data) => {
      for (const listener of ended ? [] : (listeners[event] ?? [])) {
        guarded(() => listener(data));
      }
    },
    end: () => {
      ended = true;
    },
  };
}

/** Runs foreign code; what it throws reaches the page's own error handler, not ours. */
export function guarded(run: () => void): void {
  try {
    run();
  } catch (error) {
    reportError(error);
  }
}
