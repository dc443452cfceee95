import type { Locale } from "../api";
import { words as en } from "./locales/en";
import { words as es } from "./locales/es";
import { words as ptBR } from "./locales/pt-BR";

/** The words of what rarely happens to a message: they come with the thread, not before the panel can be used. */
export type ThreadWords = Readonly<Record<keyof typeof en, string>>;

const catalogues: Readonly<Record<Locale, ThreadWords>> = { en, es, "pt-BR": ptBR };

export function threadWords(locale: Locale): ThreadWords {
  return catalogues[locale];
}
