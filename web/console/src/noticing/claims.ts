/// Picks from what all tabs of a browser have heard what this tab is to tell: each key is given once.
export type Claim = (keys: readonly string[]) => Promise<readonly string[]>;

/// More than come within the time that tabs need to hear the same.
const most = 300;

/// How long a key is held. What a tab stores is seen by the others a moment later than the lock it gives back.
const heldMilliseconds = 10_000;

/// Runs something once after so many milliseconds.
type After = (milliseconds: number, run: () => void) => void;

/// The record that the tabs share is changed under a lock, and what is given is held for a while besides. Where the
/// browser has no locks, which it keeps for pages over https, two tabs that look at the very same moment may both tell.
export function createClaim(
  name: string,
  storage: Storage,
  locks: LockManager | undefined,
  after: After,
): Claim {
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
      if (locks === undefined) {
        return take(keys);
      }
      const fresh = await locks.request(name, () => take(keys));
      const held = await Promise.all(fresh.map((key) => hold(`${name} ${key}`, locks, after)));
      return fresh.filter((_, place) => held[place]);
    } catch {
      // Storage is refused: nobody can say what another tab has told.
      return keys;
    }
  };
}

/// Whether nobody else holds it; it is held from now on then.
function hold(name: string, locks: LockManager, after: After): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const granted = (lock: Lock | null): Promise<void> | undefined => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise((done) => after(heldMilliseconds, done));
    };
    locks.request(name, { ifAvailable: true }, granted).catch(reject);
  });
}

function read(text: string | null): readonly string[] {
  const value: unknown = JSON.parse(text ?? "[]");
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
