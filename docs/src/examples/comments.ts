import catalogue from "./comments.json" with { type: "json" };

interface Translations {
  readonly es: string;
  readonly "pt-BR": string;
}

const translations = new Map<string, Translations>(Object.entries(catalogue));
/** What people read in an example: a comment, a sentence in quotes, the words of an element. */
const readable = [
  // The arrow shows what a command prints: that is no comment.
  /(?<=(?:\/\/|<!--|\/\*\*|^#) )[^→\n].*?(?= -->$| \*\/$|$)/gmu,
  /(?<=")\p{Lu}[^"\n]*[.?](?=")/gu,
  /(?<=>)\p{Lu}[^<>\n]*(?=<\/)/gu,
] as const;

/** Whether the texts of a file are its readers' rather than the server's. */
function isLocalized(file: string): boolean {
  return !file.endsWith(".json");
}

/** What people read in an example, in the order of its kinds. */
export function textsOf(file: string, source: string): readonly string[] {
  return isLocalized(file)
    ? readable.flatMap((kind) => [...source.matchAll(kind)].map(([text]) => text))
    : [];
}

/**
 * The example with its texts in the reader's language. Throws when one has no translation, so that no page is built
 * with one that its readers did not ask for.
 */
export function localizeTexts(file: string, source: string, lang: string | undefined): string {
  if ((lang !== "es" && lang !== "pt-BR") || !isLocalized(file)) {
    return source;
  }
  const translated = (text: string): string => {
    const translation = translations.get(text);
    if (translation === undefined) {
      throw new Error(`"${text}" of the example ${file} has no translation in comments.json`);
    }
    return translation[lang];
  };
  return readable.reduce((code, kind) => code.replaceAll(kind, translated), source);
}
