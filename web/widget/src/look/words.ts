import type { Locale } from "../api";
import type { Catalogue } from "../locales/catalogue";
import type { Look } from "../settings";
import type { Hours } from "./hours";
import { words as en } from "./locales/en";
import { words as es } from "./locales/es";
import { words as ptBR } from "./locales/pt-BR";

const own = { en, es, "pt-BR": ptBR } as const;

/** Milliseconds. */
const day = 24 * 60 * 60_000;

/** When somebody answers again, for a reader in this language, by the clock of this browser. */
export function backText(opens: Date, locale: Locale, now: Date = new Date()): string {
  const days = (opens.getTime() - now.getTime()) / day;
  const today = opens.toDateString() === now.toDateString();
  const time = new Intl.DateTimeFormat(locale, {
    hour: "numeric",
    minute: "2-digit",
    ...(today ? {} : { weekday: "long" }),
    ...(days < 6 ? {} : { day: "numeric", month: "long" }),
  }).format(opens);
  const words = own[locale];
  return words.back.replace("{time}", time);
}

/** The product's words with the organization's in their places. What depends on the hour is read anew each time. */
export function ownWords(words: Catalogue, { texts }: Look, locale: Locale, hours: Hours): Catalogue {
  const { greeting, greetingText, placeholder, subtitle, awayMessage } = texts[locale] ?? {};
  const away = (): string => {
    const opens = hours.opensAt();
    return opens
      ? [awayMessage, backText(opens, locale)].filter(Boolean).join(" ")
      : (awayMessage ?? words.away);
  };
  return {
    ...words,
    ...(greeting && { hello: greeting }),
    // Under a greeting of one's own the product's sentence would be a stranger.
    ...((greeting ?? greetingText) && { helloText: greetingText ?? "" }),
    ...(placeholder && { placeholder }),
    get online() {
      return hours.isClosed() ? away() : (subtitle ?? words.online);
    },
    get away() {
      return away();
    },
  };
}
