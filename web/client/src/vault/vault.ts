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
 * The texts themselves, or IndexedDB over them. The database is made by the first use that needs it. When it refuses
 * something, or the texts hold what an earlier page could not put there, both are used together; that way is loaded then.
 */
export function openVault(environment: Environment, texts: Texts, durable: boolean): Vault {
  const shelf = textShelf(texts, environment.locks);
  const plain = vaultOf(shelf);
  const factory = environment.indexedDB;
  if (!durable || !factory) {
    return plain;
  }
  const database = databases(environment, factory);
  let both: Promise<Vault> | undefined;
  const use = async <T>(leftIn: string | undefined, run: (vault: Vault) => Promise<T>): Promise<T> => {
    if (both === undefined && leftIn === undefined) {
      try {
        return await run(vaultOf(await database(true)));
      } catch {
        // It has refused; from now on it does not stand alone.
      }
    }
    both ??= import("./both").then(
      ({ vaultOfBoth }) => vaultOfBoth(database, texts, shelf),
      () => plain,
    );
    return run(await both);
  };
  const leftIn = (prefix: string): string | undefined =>
    texts.names().find((name) => name.startsWith(prefix));
  return {
    list: (prefix) => use(leftIn(prefix), (vault) => vault.list(prefix)),
    update: (key, change) => use(texts.get(key), (vault) => vault.update(key, change)),
    clear: async (prefix) => {
      await plain.clear(prefix);
      // Nothing is made only to be cleared: a browser that was never asked to keep anything keeps nothing.
      await database(false)
        .then((there) => there.clear(prefix))
        .catch(() => undefined);
    },
  };
}

function vaultOf(shelf: Shelf): Vault {
  return {
    list: async (prefix) => (await shelf.entries(prefix)).map(([, value]) => value),
    update: (key, change) => shelf.update(key, change),
    clear: (prefix) => shelf.clear(prefix),
  };
}

/** Gives the database; `make`: there will be one, even if there is none yet. */
export type Databases = (make: boolean) => Promise<Shelf>;

function databases(environment: Pick<Environment, "after">, factory: IDBFactory): Databases {
  let opened: Promise<Shelf> | undefined;
  return (make) => {
    if (opened) {
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

/** Some browsers never answer the opening of a database in a private window. */
function within<T>(environment: Pick<Environment, "after">, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = environment.after(OPEN_WITHIN, () => reject(new Error("database")));
    promise.then(resolve, reject).finally(cancel);
  });
}
