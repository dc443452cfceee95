import type { words } from "./en";

/** A text of the widget's catalogue. */
export type TextKey = keyof typeof words;

/** Every text in one language: a missing or unknown key does not compile. */
export type Catalogue = Readonly<Record<TextKey, string>>;
