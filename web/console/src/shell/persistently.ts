const mostMilliseconds = 60_000;

/// Does it again, after longer and longer whiles, until it succeeds.
export async function persistently<T>(
  work: () => Promise<T>,
  after: (milliseconds: number, run: () => void) => unknown,
): Promise<T> {
  for (let pause = 2_000; ; pause = Math.min(2 * pause, mostMilliseconds)) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- one attempt after the other
      return await work();
    } catch {
      const whileLong = pause;
      // oxlint-disable-next-line no-await-in-loop -- see above
      await new Promise<void>((resolve) => after(whileLong, resolve));
    }
  }
}
