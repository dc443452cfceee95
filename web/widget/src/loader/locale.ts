import type { Locale } from "../api";

const known: readonly Locale[] = ["en", "es", "pt-BR"];

/**
 * The language to show: what the page asks for, else the first of the visitor's languages the organization offers, else
 * the organization's first. A regional variant counts as its language: `es-MX` is shown as `es`, `pt-PT` as `pt-BR`.
 */
export function chooseLocale(
  wanted?: Locale | "auto",
  offered: readonly Locale[] = known,
  languages: readonly string[] = globalThis.navigator?.languages ?? [],
): Locale {
  const choice = offered.filter((locale) => known.includes(locale));
  const spoken = languages.map((language) =>
    choice.find((locale) => locale.slice(0, 2) === language.slice(0, 2).toLowerCase()),
  );
  return known.find((locale) => locale === wanted) ?? spoken.find(Boolean) ?? choice[0] ?? "en";
}
