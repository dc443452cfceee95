import type { Environment } from "../environment";
import { openDatabase } from "./database";
import type { Shelf } from "./shelf";
import { textShelf } from "./texts";
import type { Texts } from "./texts";

/** Small values that outlive the page, or not, as the page's owner has chosen. Keys are texts, values plain data. */
export interface Vault {
  /** The values of all keys with this beginning, in the order of their keys. */
  list(prefix: string): Promise<readonly unknown[]>;
  /**
   * Replaces a value by what `change` makes of it (undefined removes) and gives the old one. No other tab's change can
   * come between, where the browser has either IndexedDB or Web Locks.
   */
  update(key: string, change: (old: unknown) => unknown): Promise<unknown>;
  clear(prefix: string): Promise<void>;
}

const OPEN_WITHIN = 2_000;

/**
 * The texts themselves, or IndexedDB over them. The database is made by the first use that needs it, and left for the
 * rest of the page's life by the first one that it refuses. What an earlier page has put into the other place is still
 * found, and moved here when it changes.
 */
export function openVault(environment: Environment, texts: Texts, durable: boolean): Vault {
  const plain = textShelf(texts, environment.locks);
  const factory = environment.indexedDB;
  return durable && factory !== undefined
    ? vaultOfTwo(databases(environment, factory), texts, plain)
    : {
        list: async (prefix) => valuesOf(await plain.entries(prefix)),
        update: (key, change) => plain.update(key, change),
        clear: (prefix) => plain.clear(prefix),
      };
}

/** Gives the database; `make`: there will be one, even if there is none yet. */
type Databases = (make: boolean) => Promise<Shelf>;

function databases(environment: Environment, factory: IDBFactory): Databases {
  let opened: Promise<Shelf> | undefined;
  return (make) => {
    if (opened !== undefined) {
      return opened;
    }
    const opening = within(environment, openDatabase(factory, make));
    opened = opening;
    if (!make) {
      // That there is none yet does not mean that there will be none.
      opening.catch(() => {
        opened = undefined;
      });
    }
    return opening;
  };
}

function vaultOfTwo(database: Databases, texts: Texts, plain: Shelf): Vault {
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
      return valuesOf([...both].toSorted(([one], [other]) => (one < other ? -1 : 1)));
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
      // Nothing is made only to be cleared: a browser that was never asked to keep anything keeps nothing.
      await quietly(async () => (await database(false)).clear(prefix));
    },
  };
}

function valuesOf(entries: readonly (readonly [string, unknown])[]): readonly unknown[] {
  return entries.map(([, value]) => value);
}

async function quietly<T>(run: () => Promise<T>): Promise<T | undefined> {
  try {
    return await run();
  } catch {
    return undefined;
  }
}

/** Some browsers never answer the opening of a database in a private window. */
function within<T>(environment: Environment, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = environment.after(OPEN_WITHIN, () => reject(new Error("the database does not open")));
    promise.then(resolve, reject).finally(cancel);
  });
}
