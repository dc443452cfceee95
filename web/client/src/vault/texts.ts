import { parse } from "@chask/wire";
import type { Environment } from "../environment";
import type { Shelf } from "./shelf";

/** Named texts: the browser's storage, or memory that ends with the page. Never throws. */
export interface Texts {
  get(name: string): string | undefined;
  /** Undefined removes. */
  set(name: string, value: string | undefined): void;
  names(): readonly string[];
}

/** The storage that was asked for; memory where the browser refuses it. */
export function openTexts(environment: Environment, kind: "local" | "session" | "memory"): Texts {
  const storage = kind === "memory" ? undefined : environment.storage(kind);
  const memory = new Map<string, string>();
  return {
    get: (name) => memory.get(name) ?? quietly(() => storage?.getItem(name)) ?? undefined,
    set: (name, value) => {
      memory.delete(name);
      quietly(() => storage?.removeItem(name));
      if (value !== undefined && (!storage || !stored(storage, name, value))) {
        memory.set(name, value);
      }
    },
    names: () => [...memory.keys(), ...((storage && quietly(() => Object.keys(storage))) ?? [])],
  };
}

function stored(storage: Storage, name: string, value: string): boolean {
  return (
    quietly(() => {
      storage.setItem(name, value);
      return true;
    }) ?? false
  );
}

/** A full or forbidden storage is no reason to break the page. */
function quietly<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

/** Values as JSON among named texts; a change is guarded by a Web Lock where there is one. */
export function textShelf(texts: Texts, locks: LockManager | undefined): Shelf {
  const read = (key: string): unknown => parse(texts.get(key) ?? "");
  const change = (key: string, by: (old: unknown) => unknown): unknown => {
    const old = read(key);
    const next = by(old);
    texts.set(key, next === undefined ? undefined : JSON.stringify(next));
    return old;
  };
  /** Clears so far: a change that still waits for its turn when everything is cleared is not made any more. */
  let clears = 0;
  const names = (prefix: string): readonly string[] =>
    texts
      .names()
      .filter((name) => name.startsWith(prefix))
      .toSorted();
  return {
    entries: async (prefix) => names(prefix).map((name) => [name, read(name)] as const),
    update: async (key, by) => {
      const before = clears;
      const run = (): unknown => (before === clears ? change(key, by) : undefined);
      return locks ? locks.request(key, run) : run();
    },
    clear: async (prefix) => {
      clears += 1;
      names(prefix).forEach((name) => texts.set(name, undefined));
    },
  };
}
