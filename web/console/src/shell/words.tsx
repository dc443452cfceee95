import { createContext, useContext, useMemo, type ReactElement, type ReactNode } from "react";
import { fill, isOne, translate, type Key, type Locale, type Values } from "./locale";

/// The texts of the language in use.
export interface Words {
  readonly locale: Locale;
  /// The text of a key.
  readonly t: (key: Key, values?: Values) => string;
  /// The singular or the plural text; `{count}` is filled with the number as the language writes it.
  readonly count: (count: number, one: Key, other: Key) => string;
}

export function wordsOf(locale: Locale): Words {
  const number = new Intl.NumberFormat(locale);
  return {
    locale,
    t: (key, values) => translate(locale, key, values),
    count: (count, one, other) =>
      translate(locale, isOne(locale, count) ? one : other, { count: number.format(count) }),
  };
}

const WordsContext = createContext<Words>(wordsOf("en"));

export function WordsProvider({
  locale,
  children,
}: {
  readonly locale: Locale;
  readonly children: ReactNode;
}): ReactElement {
  const words = useMemo(() => wordsOf(locale), [locale]);
  return <WordsContext value={words}>{children}</WordsContext>;
}

export function useWords(): Words {
  return useContext(WordsContext);
}

/// Texts of a part that is loaded when it is needed, so that the first view does not carry them.
export type Texts<K extends string> = Readonly<Record<Locale, Readonly<Record<K, string>>>>;

/// The texts of a part in the language in use.
export function useTexts<K extends string>(texts: Texts<K>): (key: K, values?: Values) => string {
  const { locale } = useWords();
  return useMemo(() => (key, values) => fill(texts[locale][key], values), [texts, locale]);
}
