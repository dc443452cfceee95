import type { Environment } from "../environment";
import type { Entry } from "../outbox/entry";
import { isEntry } from "../outbox/entry";
import type { Outbox } from "../outbox/outbox";
import { caught } from "../promise";
import { end, lifeLock, live } from "../tabs/life";
import type { Vault } from "../vault/vault";

export interface HeirsOptions {
  readonly environment: Pick<Environment, "locks">;
  readonly vault: Vault;
  readonly outbox: Outbox;
  /** Beginning of the outbox's keys in the vault. */
  readonly prefix: string;
  /** Beginning of the locks' names, the same in all tabs of this agent. */
  readonly key: string;
  readonly tab: string;
  readonly owner: string;
}

/**
 * Sends what other tabs of this agent have left unsent, once they are gone: a living one shows and sends its own. Where
 * the browser cannot tell that a tab lives, what it has not sent is sent from here too, which stores it once.
 */
export interface Heirs {
  /** Looks after what there is now; with the first call this tab lives, too. */
  readonly adopt: () => Promise<void>;
  readonly stop: () => void;
}

export function createHeirs(options: HeirsOptions): Heirs {
  const { vault, outbox, prefix, key, tab, owner } = options;
  const { locks } = options.environment;
  const ended = new AbortController();
  const { signal } = ended;
  /** Tabs whose end is awaited, or whose entries are this one's now. */
  const followed = new Set<string>();
  let lives = false;

  const others = async (): Promise<readonly Entry[]> =>
    (await vault.list(prefix))
      .filter(isEntry)
      .filter((entry) => entry.tab !== tab && outbox.get(entry.id)?.tab !== tab);

  /** False: there was nothing. */
  const take = async (which: (entry: Entry) => boolean): Promise<boolean> => {
    let any = false;
    for (const entry of (await others()).filter(which)) {
      // One after the other: the first may go out before the second is ours, never the other way round.
      // oxlint-disable-next-line no-await-in-loop
      any = (await outbox.adopt(entry, owner)) || any;
    }
    return any;
  };

  /** Keeps the other's lock while anything of it is here: whoever waits behind this tab has it after this tab. */
  const follow = async (held: LockManager, other: string): Promise<void> => {
    const run = async (): Promise<unknown> => (await take((entry) => entry.tab === other)) && end(signal);
    try {
      await held.request(lifeLock(key, other), { signal }, run);
    } finally {
      followed.delete(other);
    }
  };

  const adopt = async (): Promise<void> => {
    const first = !lives;
    lives = true;
    if (locks === undefined) {
      // What has failed is shown where it was written, as far as can be told.
      await take(({ failed }) => first || failed === undefined);
      return;
    }
    if (first) {
      live(locks, lifeLock(key, tab), signal);
    }
    for (const other of new Set((await others()).map((entry) => entry.tab))) {
      if (!followed.has(other)) {
        followed.add(other);
        void caught(follow(locks, other));
      }
    }
  };

  return { adopt, stop: () => ended.abort() };
}
