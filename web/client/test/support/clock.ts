/** Time that passes only when a test says so. */
export interface Clock {
  now(): number;
  after(milliseconds: number, run: () => void): () => void;
  /** Lets so much time pass; whatever falls due runs in order, and promises settle in between. */
  advance(milliseconds: number): Promise<void>;
  /** How many timers are set: none may be left after an end. */
  pending(): number;
}

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** `turns`: how many tasks are let run before the next timer. */
export function fakeClock(turns: number = 1): Clock {
  let time = Date.UTC(2026, 10, 22, 10);
  let order = 0;
  const timers = new Set<Timer>();

  const next = (until: number): Timer | undefined =>
    [...timers]
      .filter(({ at }) => at <= until)
      .toSorted((one, other) => one.at - other.at || one.order - other.order)[0];

  return {
    now: () => time,
    after: (milliseconds, run) => {
      const timer = { at: time + Math.max(0, milliseconds), order: order++, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance: async (milliseconds) => {
      const until = time + milliseconds;
      await settle(turns);
      for (let timer = next(until); timer !== undefined; timer = next(until)) {
        timers.delete(timer);
        time = Math.max(time, timer.at);
        timer.run();
        await settle(turns);
      }
      time = until;
    },
    pending: () => timers.size,
  };
}

/** Lets every promise that can settle do so. */
export async function settle(turns: number = 1): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  if (turns > 1) {
    await settle(turns - 1);
  }
}

/** Numbers from 0 to 1 that repeat with the seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
