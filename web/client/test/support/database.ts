import { IDBFactory, IDBKeyRange } from "fake-indexeddb";

// The client takes ranges from the global scope, as a page does.
globalThis.IDBKeyRange ??= IDBKeyRange;

/** A database of its own, as a browser profile has one. */
export function fakeDatabase(): IDBFactory {
  return new IDBFactory();
}

/** A database that fails as a browser's may: `open` refuses, hangs, or works; writing may be refused later on. */
export interface Faulty {
  readonly factory: IDBFactory;
  open: "works" | "refuses" | "hangs";
  /** Every later write is refused, as by a full disk. */
  full: boolean;
  /** Every later transaction is refused, as after the browser has thrown the database away. */
  gone: boolean;
}

export function faultyDatabase(): Faulty {
  const faulty: Faulty = { factory: fakeDatabase(), open: "works", full: false, gone: false };
  const { factory } = faulty;
  const open = factory.open.bind(factory);
  factory.open = (name, version) => {
    if (faulty.open === "refuses") {
      throw new DOMException("not in this window", "SecurityError");
    }
    const request = open(faulty.open === "hangs" ? `${name} elsewhere` : name, version);
    if (faulty.open === "hangs") {
      request.addEventListener("success", (event) => event.stopImmediatePropagation());
      return request;
    }
    request.addEventListener("success", () => spoil(request.result, faulty));
    return request;
  };
  return faulty;
}

function spoil(database: IDBDatabase, faulty: Faulty): void {
  const transaction = database.transaction.bind(database);
  database.transaction = (names, mode) => {
    if (faulty.gone) {
      throw new DOMException("the connection is closed", "InvalidStateError");
    }
    const begun = transaction(names, mode);
    const objectStore = begun.objectStore.bind(begun);
    begun.objectStore = (name) => {
      const store = objectStore(name);
      const put = store.put.bind(store);
      store.put = (value, key) => {
        if (!faulty.full) {
          return put(value, key);
        }
        begun.abort();
        throw new DOMException("the disk is full", "QuotaExceededError");
      };
      return store;
    };
    return begun;
  };
}
