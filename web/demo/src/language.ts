import type { Catalogue } from "./locales/catalogue";
import { words as en } from "./locales/en";
import { words as es } from "./locales/es";
import { words as ptBr } from "./locales/pt-BR";

export type Locale = "en" | "es" | "pt-BR";

const catalogues: Readonly<Record<Locale, Catalogue>> = { en, es, "pt-BR": ptBr };

/** Names of the languages, each in itself. */
export const languages: readonly (readonly [Locale, string])[] = [
  ["en", "English"],
  ["es", "Español"],
  ["pt-BR", "Português"],
];

export type Translate = (key: keyof Catalogue, values?: Readonly<Record<string, string>>) => string;

export function translator(locale: Locale): Translate {
  return (key, values = {}) =>
    catalogues[locale][key].replaceAll(/\{(\w+)\}/gu, (_, name: string) => values[name] ?? "");
}

/** The first of the browser's languages that the page speaks. */
export function preferredLocale(spoken: readonly string[]): Locale {
  for (const language of spoken) {
    const match = languages.find(([locale]) => locale.slice(0, 2) === language.slice(0, 2));
    if (match) {
      return match[0];
    }
  }
  return "en";
}
