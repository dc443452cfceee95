import catalogue from "./comments.json" with { type: "json" };

interface Translations {
  readonly es: string;
  readonly "pt-BR": string;
}

const translations = new Map<string, Translations>(Object.entries(catalogue));
const comment = /(\/\/|<!--) (.+?)( -->)?$/gmu;

/** The comments that stand in an example, in the order of their appearance. */
export function commentsOf(source: string): readonly string[] {
  return [...source.matchAll(comment)].flatMap((match) => match[2] ?? []);
}

/**
 * The example with its comments in the reader's language. Throws when a comment has no translation, so that no page
 * is built with one that its readers did not ask for.
 */
export function localizeComments(source: string, lang: string | undefined): string {
  if (lang !== "es" && lang !== "pt-BR") {
    return source;
  }
  return source.replace(comment, (_whole, open: string, text: string, close = "") => {
    const translation = translations.get(text);
    if (translation === undefined) {
      throw new Error(`The comment "${text}" of an example has no translation in comments.json`);
    }
    return `${open} ${translation[lang]}${close}`;
  });
}
