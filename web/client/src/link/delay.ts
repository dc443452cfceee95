/** Milliseconds before attempt n (from 0) is repeated: half a second and full jitter (PROTOCOL.md §8). */
export function retryDelay(attempt: number, random: () => number, ceiling: number = 20_000): number {
  return Math.round(500 + random() * Math.min(ceiling, 500 * 2 ** Math.min(attempt, 16)));
}
