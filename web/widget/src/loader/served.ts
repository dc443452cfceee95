import type { Chunks, Parts } from "../host";

/** The chunks as the server gives them. `folder` is an absolute address that ends in a slash. */
export function servedChunks(folder: string): Chunks {
  // Inherits nothing: a page that has extended `Object.prototype` adds nothing to an address.
  const again: Partial<Record<keyof Parts, string>> = Object.create(null);
  return async (name) => {
    try {
      return await import(/* @vite-ignore */ folder + name + ".js" + (again[name] ?? ""));
    } catch (thrown) {
      // A browser may remember a module that failed to load; another address makes it ask again.
      again[name] = `?${Date.now()}`;
      throw thrown;
    }
  };
}
