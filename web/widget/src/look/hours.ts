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

export function hoursOf(openings: Look["openings"], now: () => number = Date.now): Hours {
  const times = openings?.map(({ from, to }) => [Date.parse(from), Date.parse(to)] as const);
  const isClosed = (): boolean => !!times && !times.some(([from, to]) => from <= now() && now() < to);
  return {
    isClosed,
    opensAt: () => {
      const next = isClosed() ? times?.find(([from]) => from > now()) : undefined;
      return next && new Date(next[0]);
    },
    watch: (changed, ended) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const wait = (): void => {
        const next = times?.flat().find((time) => time > now());
        if (next !== undefined && !ended.aborted) {
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
