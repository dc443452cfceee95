import { localeNames, locales, type Locale } from "../shell/locale";
import type { Scheme } from "../shell/preferences";
import { presenceKeys, type PresenceState } from "../presence/usePresence";
import type { Item, Stock } from "./items";

/// What somebody can change about himself and this browser.
export interface Own {
  readonly locale: Locale;
  readonly scheme: Scheme;
  readonly setLocale: (locale: Locale) => void;
  readonly setScheme: (scheme: Scheme) => void;
  readonly setPresence: (state: PresenceState) => void;
  readonly leave: () => void;
}

const states: readonly PresenceState[] = ["online", "away", "offline"];

const schemes = [
  ["auto", "account.appearance.auto"],
  ["light", "account.appearance.light"],
  ["dark", "account.appearance.dark"],
] as const;

function item(id: string, label: string, run: () => void): Item {
  return { id: `own.${id}`, group: "own", label, first: false, run };
}

/// Presence, language, appearance, and the way out.
export function ownItems({ own, words, t }: Stock): readonly Item[] {
  return [
    ...states.map((state) =>
      item(state, t("presence", { state: words.t(presenceKeys[state]) }), () => own.setPresence(state)),
    ),
    ...locales
      .filter((locale) => locale !== own.locale)
      .map((locale) =>
        item(locale, t("language", { name: localeNames[locale] }), () => own.setLocale(locale)),
      ),
    ...schemes
      .filter(([scheme]) => scheme !== own.scheme)
      .map(([scheme, label]) =>
        item(scheme, t("appearance", { name: words.t(label) }), () => own.setScheme(scheme)),
      ),
    item("leave", words.t("account.signOut"), own.leave),
  ];
}
