import type { Locale } from "../api";
import type { Chunks } from "../host";

/** What the chunks are called. */
type ChunkName = "session" | "panel" | "thread" | "extra" | Locale;

/** The chunks as the server gives them. `folder` is an absolute address that ends in a slash. */
export function servedChunks(folder: string): Chunks {
  // Inherits nothing: a page that has extended `Object.prototype` adds nothing to an address.
  const again: Partial<Record<ChunkName, string>> = Object.create(null);
  const load = async (name: ChunkName) => {
    try {
      return await import(/* @vite-ignore */ folder + name + ".js" + (again[name] ?? ""));
    } catch (thrown) {
      // A browser may remember a module that failed to load; another address makes it ask again.
      again[name] = `?${Date.now()}`;
      throw thrown;
    }
  };
  return {
    session: () => load("session"),
    panel: () => load("panel"),
    thread: () => load("thread"),
    extra: () => load("extra"),
    words: load,
  };
}
