import { en, type Key } from "../locales/en";
import { es } from "../locales/es";
import { ptBR } from "../locales/pt-BR";

export type { Key };

export const locales = ["en", "es", "pt-BR"] as const;

export type Locale = (typeof locales)[number];

/// Values for the `{name}` places of a text.
export type Values = Readonly<Record<string, string | number>>;

/// How each language calls itself.
export const localeNames: Readonly<Record<Locale, string>> = {
  en: "English",
  es: "Español",
  "pt-BR": "Português (Brasil)",
};

const catalogues: Readonly<Record<Locale, Readonly<Record<Key, string>>>> = { en, es, "pt-BR": ptBR };

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/// The kept choice, else the first language of the browser that we speak, else English.
export function chooseLocale(kept: Locale | undefined, browser: readonly string[]): Locale {
  if (kept !== undefined) {
    return kept;
  }
  for (const tag of browser) {
    const language = tag.toLowerCase().split("-")[0];
    const found = locales.find((locale) => locale.toLowerCase().split("-")[0] === language);
    if (found !== undefined) {
      return found;
    }
  }
  return "en";
}

/// The text of a key with its places filled. A place without a value stays as it is written.
export function translate(locale: Locale, key: Key, values?: Values): string {
  return fill(catalogues[locale][key], values);
}

/// A text with its places filled. A place without a value stays as it is written.
export function fill(text: string, values: Values = {}): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    return value === undefined ? place : String(value);
  });
}

/// A text cut at its places, for texts whose places are filled with elements.
export function splitText(text: string): readonly { readonly place: boolean; readonly value: string }[] {
  return text
    .split(/(\{\w+\})/)
    .filter((part) => part !== "")
    .map((part) => {
      const place = /^\{\w+\}$/.test(part);
      return { place, value: place ? part.slice(1, -1) : part };
    });
}

const rules = new Map<Locale, Intl.PluralRules>();

/// Whether a count takes the singular in this language.
export function isOne(locale: Locale, count: number): boolean {
  const known = rules.get(locale) ?? new Intl.PluralRules(locale);
  rules.set(locale, known);
  return known.select(count) === "one";
}
