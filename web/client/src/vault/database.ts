import type { Shelf } from "./shelf";

const NAME = "chask";
const STORE = "values";

/**
 * Values in IndexedDB. Rejects where the browser refuses it, and, unless it may be made, where there is no database
 * yet.
 */
export async function openDatabase(factory: IDBFactory, make: boolean): Promise<Shelf> {
  const request = factory.open(NAME, 1);
  request.addEventListener("upgradeneeded", () => {
    request.result.createObjectStore(STORE);
    if (!make) {
      request.transaction?.abort();
    }
  });
  const database = await done(request);
  database.addEventListener("versionchange", () => database.close());
  return {
    entries: async (prefix) => {
      const store = database.transaction(STORE, "readonly").objectStore(STORE);
      const range = all(prefix);
      const [keys, values] = await Promise.all([done(store.getAllKeys(range)), done(store.getAll(range))]);
      return keys.filter((key) => typeof key === "string").map((key, index) => [key, values[index]] as const);
    },
    update: async (key, change) => {
      // One transaction: the browser lets no other tab between the two requests.
      const transaction = database.transaction(STORE, "readwrite");
      const committed = ended(transaction);
      const store = transaction.objectStore(STORE);
      const old: unknown = await done(store.get(key));
      const next = change(old);
      const written = next === undefined ? done(store.delete(key)) : done(store.put(next, key));
      await Promise.all([committed, written]);
      return old;
    },
    clear: async (prefix) => {
      const transaction = database.transaction(STORE, "readwrite");
      await Promise.all([ended(transaction), done(transaction.objectStore(STORE).delete(all(prefix)))]);
    },
  };
}

function all(prefix: string): IDBKeyRange {
  return IDBKeyRange.bound(prefix, `${prefix}\uFFFF`);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error));
  });
}

/** A full disk may show only at the commit, after every request has succeeded. */
function ended(transaction: IDBTransaction): Promise<void> {
  const promise = new Promise<void>((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", () => reject(transaction.error));
  });
  // Whoever waits for it hears of it too; until somebody does, it is no unhandled rejection.
  promise.catch(() => undefined);
  return promise;
}
