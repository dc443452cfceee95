import type { Environment } from "../environment";

/** One running timer a name; setting it again replaces it. */
export interface Timers {
  readonly set: (name: string, milliseconds: number, run: () => void) => void;
  readonly has: (name: string) => boolean;
  readonly clear: (name: string) => void;
  readonly clearAll: () => void;
}

export function createTimers(environment: Pick<Environment, "after">): Timers {
  const running = new Map<string, () => void>();
  const clear = (name: string): void => {
    running.get(name)?.();
    running.delete(name);
  };
  return {
    set: (name, milliseconds, run) => {
      clear(name);
      running.set(
        name,
        environment.after(milliseconds, () => {
          running.delete(name);
          run();
        }),
      );
    },
    has: (name) => running.has(name),
    clear,
    clearAll: () => [...running.keys()].forEach(clear),
  };
}
