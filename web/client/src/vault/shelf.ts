/** One place where values are kept, of the two that a vault has. Each operation rejects when the place refuses it. */
export interface Shelf {
  /** Keys with this beginning and their values, in the order of the keys. */
  entries(prefix: string): Promise<readonly (readonly [string, unknown])[]>;
  /** Replaces a value by what `change` makes of it (undefined removes) and gives the old one, in one step. */
  update(key: string, change: (old: unknown) => unknown): Promise<unknown>;
  clear(prefix: string): Promise<void>;
}
