import type { Vault } from "../vault/vault";
import { isEntry } from "./entry";
import type { Outbox } from "./outbox";

export interface Adoption {
  readonly vault: Vault;
  readonly outbox: Outbox;
  /** Beginning of the outbox's keys in the vault. */
  readonly prefix: string;
  readonly tab: string;
  /** Whose messages are sent; another one's are thrown away. */
  readonly owner: string;
  /** Who he was before he was identified: his messages are the owner's. */
  readonly former?: string | undefined;
  /** Where a message goes that was written before any conversation was known. */
  readonly conversation: string;
  /** Runs once that tab is gone. */
  readonly inherit: (tab: string, run: () => Promise<boolean>) => void;
}

/** Shows what other tabs have not sent yet, and sends it once they are gone. */
export async function adoptEntries(adoption: Adoption): Promise<void> {
  const { vault, outbox, prefix, tab, owner, former } = adoption;
  for (const entry of (await vault.list(prefix)).filter(isEntry)) {
    const mine = [owner, former].includes(entry.owner);
    if (entry.owner !== "" && !mine) {
      void outbox.claim(entry.id);
    } else if (entry.tab !== tab && outbox.get(entry.id)?.tab !== tab) {
      if (mine) {
        outbox.put(entry);
      }
      adoption.inherit(entry.tab, () => adoptFrom(adoption, entry.tab));
    }
  }
}

/** Makes all that a tab has left behind this tab's, in the order of its sending. False: nothing was left. */
export async function adoptFrom(
  { vault, outbox, prefix, owner, conversation }: Adoption,
  tab: string,
): Promise<boolean> {
  let any = false;
  for (const entry of (await vault.list(prefix)).filter(isEntry)) {
    if (entry.tab === tab) {
      // One after the other: the first may go out before the second is ours, never the other way round.
      // oxlint-disable-next-line no-await-in-loop
      any = (await outbox.adopt(entry.owner === "" ? { ...entry, conversation } : entry, owner)) || any;
    }
  }
  return any;
}
