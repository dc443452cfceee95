import type { Environment } from "../environment";
import { databaseVault } from "./database";
import { textVault } from "./texts";
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

/** The texts themselves, or IndexedDB over them: opened by the first use, left for the texts where it is refused. */
export function openVault(environment: Environment, texts: Texts, durable: boolean): Vault {
  const plain = textVault(texts, environment.locks);
  const factory = environment.indexedDB;
  if (!durable || factory === undefined) {
    return plain;
  }
  let opened: Promise<Vault> | undefined;
  const use = async <T>(operation: (vault: Vault) => Promise<T>): Promise<T> => {
    opened ??= within(environment, databaseVault(factory)).catch(() => plain);
    try {
      return await operation(await opened);
    } catch {
      return operation(plain);
    }
  };
  return {
    list: (prefix) => use((vault) => vault.list(prefix)),
    update: (key, change) => use((vault) => vault.update(key, change)),
    clear: (prefix) => use((vault) => vault.clear(prefix)),
  };
}

/** Some browsers never answer the opening of a database in a private window. */
function within<T>(environment: Environment, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = environment.after(OPEN_WITHIN, () => reject(new Error("the database does not open")));
    promise.then(resolve, reject).finally(cancel);
  });
}
