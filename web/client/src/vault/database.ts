import type { Vault } from "./vault";

const NAME = "chask";
const STORE = "values";

/** Values in IndexedDB. Rejects where the browser refuses it. */
export async function databaseVault(factory: IDBFactory): Promise<Vault> {
  const request = factory.open(NAME, 1);
  request.addEventListener("upgradeneeded", () => request.result.createObjectStore(STORE));
  const database = await done(request);
  database.addEventListener("versionchange", () => database.close());
  const values = (mode: IDBTransactionMode): IDBObjectStore =>
    database.transaction(STORE, mode).objectStore(STORE);
  return {
    list: (prefix) => done(values("readonly").getAll(all(prefix))),
    update: async (key, change) => {
      // One transaction: the browser lets no other tab between the two requests.
      const store = values("readwrite");
      const old: unknown = await done(store.get(key));
      const next = change(old);
      await (next === undefined ? done(store.delete(key)) : done(store.put(next, key)));
      return old;
    },
    clear: async (prefix) => {
      await done(values("readwrite").delete(all(prefix)));
    },
  };
}

function all(prefix: string): IDBKeyRange {
  return IDBKeyRange.bound(prefix, `${prefix}\uFFFF`);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("the database refused")));
  });
}
