import type { words } from "./en";

/** Every text of the demo in one language. */
export type Catalogue = Readonly<Record<keyof typeof words, string>>;
