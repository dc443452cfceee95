import type { Shelf } from "./shelf";
import type { Texts } from "./texts";
import type { Databases, Vault } from "./vault";

/**
 * IndexedDB and the texts together: the database is left for the rest of the page's life when it refuses something.
 * What an earlier page has put into the other place is still found, and moved when it changes.
 */
export function vaultOfBoth(database: Databases, texts: Texts, plain: Shelf): Vault {
  let refused = false;
  /** Undefined once the database has refused something. */
  const durable = async <T>(run: (shelf: Shelf) => Promise<T>): Promise<T | undefined> => {
    if (!refused) {
      try {
        return await run(await database(true));
      } catch {
        refused = true;
      }
    }
    return undefined;
  };
  /** What the database still has, if it lets it go: reading and deleting may work where writing does not. */
  const taken = (key: string): Promise<unknown> =>
    quietly(async () => (await database(true)).update(key, () => undefined));

  return {
    list: async (prefix) => {
      const kept = (await durable((shelf) => shelf.entries(prefix))) ?? [];
      const left = refused ? await quietly(async () => (await database(true)).entries(prefix)) : undefined;
      const both = new Map([...(left ?? []), ...kept, ...(await plain.entries(prefix))]);
      return [...both].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, value]) => value);
    },
    update: async (key, change) => {
      const left =
        refused || texts.get(key) === undefined ? undefined : await plain.update(key, () => undefined);
      const done = await durable(async (shelf) => ({
        old: await shelf.update(key, (old) => change(left ?? old)),
      }));
      if (done !== undefined) {
        return left ?? done.old;
      }
      const before = left ?? (await taken(key));
      const old = await plain.update(key, (there) => change(there ?? before));
      return old ?? before;
    },
    clear: async (prefix) => {
      await plain.clear(prefix);
      await quietly(async () => (await database(false)).clear(prefix));
    },
  };
}

async function quietly<T>(run: () => Promise<T>): Promise<T | undefined> {
  try {
    return await run();
  } catch {
    return undefined;
  }
}
