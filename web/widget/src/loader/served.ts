import type { Locale } from "../api";
import type { Chunks } from "../host";

/** What the files beside the served script are called, before the mark of their content. */
type ChunkName = "session" | "panel" | Locale;

/**
 * The chunks as the server gives them.
 *
 * @param folder absolute address that ends in a slash
 * @param mark changes with the content of any of them
 */
export function servedChunks(folder: string, mark: string): Chunks {
  const again: Partial<Record<ChunkName, string>> = {};
  const load = async (name: ChunkName) => {
    try {
      return await import(/* @vite-ignore */ folder + name + mark + (again[name] ?? ""));
    } catch (thrown) {
      // A browser may remember a module that failed to load; another address makes it ask again.
      again[name] = `?${Date.now()}`;
      throw thrown;
    }
  };
  return { session: () => load("session"), panel: () => load("panel"), words: load };
}
