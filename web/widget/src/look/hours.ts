import type { Look } from "../settings";

/** When somebody answers. */
export interface Hours {
  readonly isClosed: () => boolean;
  /** When somebody answers again, while it is closed and known. */
  readonly opensAt: () => Date | undefined;
  /** Calls at each change there is to come. */
  readonly watch: (changed: () => void, ended: AbortSignal) => void;
}

/** Milliseconds that a timer takes at most. */
const longest = 2 ** 31 - 1;
/** Milliseconds for which the server tells the openings: 14 days. */
const told = 14 * 24 * 3_600_000;

export function hoursOf(openings: Look["openings"], now: () => number = Date.now): Hours {
  const times = openings?.map(({ from, to }) => [Date.parse(from), Date.parse(to)] as const);
  // Of what is later nothing is known: then the doors count as open.
  const end = now() + told;
  const isClosed = (): boolean =>
    !!times && now() < end && !times.some(([from, to]) => from <= now() && now() < to);
  return {
    isClosed,
    opensAt: () => {
      const next = isClosed() ? times?.find(([from]) => from > now()) : undefined;
      return next && new Date(next[0]);
    },
    watch: (changed, ended) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const wait = (): void => {
        const next = times && Math.min(...[...times.flat(), end].filter((time) => time > now()));
        if (next && next < Infinity && !ended.aborted) {
          timer = setTimeout(
            () => {
              changed();
              wait();
            },
            Math.min(next - now() + 1, longest),
          );
        }
      };
      ended.addEventListener("abort", () => clearTimeout(timer));
      wait();
    },
  };
}
