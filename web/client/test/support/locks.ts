import { deferred } from "../../src/promise";

/** Web Locks of one browser profile, exclusive ones only: enough to take turns, look, and steal. */
export interface FakeLocks {
  readonly of: (tab: object) => LockManager;
  readonly free: (tab: object) => void;
}

interface Held {
  readonly tab: object;
  readonly end: (reason: Error) => void;
}

interface Wanted {
  readonly tab: object;
  readonly grant: () => void;
}

export function fakeLocks(): FakeLocks {
  const held = new Map<string, Held>();
  const queues = new Map<string, Wanted[]>();
  /** Tabs that are gone: what they still ask for is never answered. */
  const gone = new WeakSet<object>();

  const next = (name: string): void => {
    const wanted = held.has(name) ? undefined : queues.get(name)?.shift();
    wanted?.grant();
  };
  const release = (name: string, holder: Held): void => {
    if (held.get(name) === holder) {
      held.delete(name);
      next(name);
    }
  };

  const take = async (tab: object, name: string, run: LockGrantedCallback<unknown>): Promise<unknown> => {
    const stolen = deferred<never>();
    const holder: Held = { tab, end: stolen.reject };
    held.set(name, holder);
    try {
      return await Promise.race([Promise.resolve(run({ name, mode: "exclusive" })), stolen.promise]);
    } finally {
      release(name, holder);
    }
  };

  const request = (
    tab: object,
    name: string,
    options: LockOptions,
    run: LockGrantedCallback<unknown>,
  ): Promise<unknown> => {
    if (gone.has(tab)) {
      return new Promise(() => undefined);
    }
    const holder = held.get(name);
    if (holder === undefined) {
      return take(tab, name, run);
    }
    if (options.ifAvailable === true) {
      return Promise.resolve(run(null));
    }
    if (options.steal === true) {
      held.delete(name);
      holder.end(new DOMException("the lock was stolen", "AbortError"));
      return take(tab, name, run);
    }
    return new Promise((resolve, reject) => {
      const wanted = { tab, grant: () => void take(tab, name, run).then(resolve, reject) };
      queues.set(name, [...(queues.get(name) ?? []), wanted]);
      options.signal?.addEventListener("abort", () => {
        queues.set(
          name,
          (queues.get(name) ?? []).filter((each) => each !== wanted),
        );
        reject(options.signal?.reason);
      });
    });
  };

  return {
    of: (tab) => ({
      query: () => Promise.resolve({ held: [], pending: [] }),
      request: (
        name: string,
        second: LockOptions | LockGrantedCallback<unknown>,
        third?: LockGrantedCallback<unknown>,
      ) =>
        typeof second === "function"
          ? request(tab, name, {}, second)
          : request(tab, name, second, third ?? (() => undefined)),
    }),
    free: (tab) => {
      gone.add(tab);
      queues.forEach((queue, name) =>
        queues.set(
          name,
          queue.filter((wanted) => wanted.tab !== tab),
        ),
      );
      for (const [name, holder] of held) {
        if (holder.tab === tab) {
          release(name, holder);
        }
      }
    },
  };
}
