/** The translations that stand beside the texts taken from the code, one file a topic. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** A text in the three languages. */
export interface Text {
  readonly en: string;
  readonly es: string;
  readonly "pt-BR": string;
}

/**
 * The texts that the site needs: topic → key → the English of the code, or `undefined` where the code has only the key
 * and the catalogue holds the English too.
 */
export type Source = ReadonlyMap<string, ReadonlyMap<string, string | undefined>>;

/** What is wrong with the catalogues. Empty lists: nothing. */
export interface Findings {
  /** Texts of the code without a complete entry. */
  readonly untranslated: readonly string[];
  /** Entries, or whole files, that the code does not have. */
  readonly unused: readonly string[];
  /** Entries whose English in the code is no longer the one that was translated. */
  readonly changed: readonly string[];
}

/** Measured numbers, the same in every language. */
const figures = "sizing.json";

/** The catalogues as they stand in a folder. */
export class Catalogue {
  readonly #folder: string;
  readonly #topics: ReadonlyMap<string, ReadonlyMap<string, Text>>;

  constructor(folder: string) {
    this.#folder = folder;
    this.#topics = new Map(
      readdirSync(folder)
        .filter((file) => file !== figures)
        .map((file) => {
          const entries: Record<string, Text> = JSON.parse(readFileSync(path.join(folder, file), "utf8"));
          return [path.basename(file, ".json"), new Map(Object.entries(entries))];
        }),
    );
  }

  /** The English of the code, or of the catalogue where the code has none, with its translations. */
  text(topic: string, key: string, english: string | undefined): Text {
    const entry = this.#topics.get(topic)?.get(key);
    return { en: english ?? entry?.en ?? "", es: entry?.es ?? "", "pt-BR": entry?.["pt-BR"] ?? "" };
  }

  /** Compares with the code. */
  check(source: Source): Findings {
    const untranslated: string[] = [];
    const changed: string[] = [];
    for (const [topic, texts] of source) {
      for (const [key, english] of texts) {
        const entry = this.#topics.get(topic)?.get(key);
        if (entry === undefined || entry.en === "" || entry.es === "" || entry["pt-BR"] === "") {
          untranslated.push(`${topic}.json: ${key}`);
        } else if (english !== undefined && entry.en !== english) {
          changed.push(`${topic}.json: ${key}`);
        }
      }
    }
    return { untranslated, changed, unused: this.#unused(source) };
  }

  /**
   * Writes what is missing with empty translations, and nothing that is unused. A text whose English has changed loses
   * its translations: they say something else.
   */
  update(source: Source): void {
    for (const [topic, texts] of source) {
      const entries = [...texts].map(([key, english]) => [key, this.#renewed(topic, key, english)]);
      const json = `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
      writeFileSync(path.join(this.#folder, `${topic}.json`), json);
    }
  }

  #renewed(topic: string, key: string, english: string | undefined): Text {
    const text = this.text(topic, key, english);
    const translated = this.#topics.get(topic)?.get(key)?.en;
    return english === undefined || translated === english ? text : { en: english, es: "", "pt-BR": "" };
  }

  #unused(source: Source): readonly string[] {
    return [...this.#topics].flatMap(([topic, entries]) =>
      [...entries.keys()]
        .filter((key) => source.get(topic)?.has(key) !== true)
        .map((key) => `${topic}.json: ${key}`),
    );
  }
}
