/// Picks from what all tabs of a browser have heard what this tab is to tell: each key is given once.
export type Claim = (keys: readonly string[]) => Promise<readonly string[]>;

/// More than come within the time that tabs need to hear the same.
const most = 300;

/// The record that the tabs share is changed under a lock. Where the browser has no locks, which it keeps for pages over
/// https, two tabs that look at the very same moment may both tell.
export function createClaim(name: string, storage: Storage, locks: LockManager | undefined): Claim {
  const take = (keys: readonly string[]): readonly string[] => {
    const known = read(storage.getItem(name));
    const fresh = keys.filter((key) => !known.includes(key));
    if (fresh.length > 0) {
      storage.setItem(name, JSON.stringify([...known, ...fresh].slice(-most)));
    }
    return fresh;
  };
  return async (keys) => {
    try {
      return await (locks === undefined ? take(keys) : locks.request(name, () => take(keys)));
    } catch {
      // Storage is refused: nobody can say what another tab has told.
      return keys;
    }
  };
}

function read(text: string | null): readonly string[] {
  const value: unknown = JSON.parse(text ?? "[]");
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
