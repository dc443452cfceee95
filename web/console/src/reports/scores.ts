/// From very bad to very good.
export const scores = [1, 2, 3, 4, 5] as const;

/// How many there are. `counts`: how often each score was given, from 1 to 5.
export function countOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/// How many chose good or very good.
export function satisfiedOf(counts: readonly number[]): number {
  return countOf(counts.slice(3));
}

/// Their share of all; nothing when nobody said anything.
export function shareOf(counts: readonly number[]): number | undefined {
  const all = countOf(counts);
  return all === 0 ? undefined : satisfiedOf(counts) / all;
}

/// The mean score; nothing when nobody said anything.
export function averageOf(counts: readonly number[]): number | undefined {
  const all = countOf(counts);
  return all === 0 ? undefined : counts.reduce((sum, count, place) => sum + count * (place + 1), 0) / all;
}
