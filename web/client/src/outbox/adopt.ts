import type { Vault } from "../vault/vault";
import { isEntry } from "./entry";
import type { Entry } from "./entry";
import type { Outbox } from "./outbox";

export interface Adoption {
  readonly vault: Vault;
  readonly outbox: Outbox;
  readonly prefix: string;
  readonly tab: string;
  /** Whose messages are sent; another one's are thrown away. */
  readonly owner: string;
  /** Whether that entry's tab is gone, so that it is this tab's to send. */
  readonly inherits: (entry: Entry) => Promise<boolean>;
}

/** Takes over what tabs that are gone have left unsent, and gives its owner what was written before he was known. */
export async function adoptEntries(adoption: Adoption): Promise<void> {
  const { vault, outbox, prefix, tab, owner } = adoption;
  for (const stored of await vault.list(prefix)) {
    if (!isEntry(stored) || outbox.get(stored.id) !== undefined) {
      continue;
    }
    if (stored.owner === "" || stored.owner === owner) {
      outbox.put((await adoption.inherits(stored)) ? { ...stored, tab, owner } : stored);
    } else {
      void outbox.claim(stored.id);
    }
  }
  for (const entry of outbox.entries()) {
    if (entry.owner === "" && entry.tab === tab) {
      outbox.put({ ...entry, owner });
    }
  }
}
