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
  for (const entry of outbox.entries()) {
    if (entry.owner === "" && entry.tab === tab) {
      outbox.put({ ...entry, owner });
    }
  }
  const stored = (await vault.list(prefix)).filter(isEntry);
  const others = stored.filter((entry) => outbox.get(entry.id)?.tab !== tab);
  await Promise.all(others.map((entry) => adopt(adoption, entry)));
}

async function adopt({ outbox, owner, inherits }: Adoption, entry: Entry): Promise<void> {
  if (entry.owner !== "" && entry.owner !== owner) {
    await outbox.claim(entry.id);
  } else if (await inherits(entry)) {
    await outbox.adopt(entry, owner);
  } else {
    outbox.put(entry);
  }
}
