/** The lock that a tab holds for as long as it lives. Whoever gets it later knows that the tab is gone. */
export function lifeLock(key: string, tab: string): string {
  return `${key}/1:tab:${tab}`;
}

/**
 * Holds that lock until the signal. It is asked for before the tab stores anything, or another tab would take the
 * tab for gone and send its messages too.
 */
export function live(locks: LockManager, name: string, signal: AbortSignal): void {
  locks.request(name, { signal }, () => end(signal)).catch(() => undefined);
}

/** Waits for the signal. */
export function end(signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => {
    signal.addEventListener("abort", resolve);
  });
}
