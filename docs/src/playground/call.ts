/**
 * Reads the start call as somebody has edited it, without running it: the page's policy allows no code from text. What
 * can be written is what JavaScript calls an object of literals, and the names that the page gives a value to.
 */

/** The options of the call, or the line on which it cannot be read. */
export type Reading = { readonly options: Readonly<Record<string, unknown>> } | { readonly line: number };

/** Reads `ChaskWidget.init({…})`. Names that stand alone, such as `apiKey`, get the value that `known` has for them. */
export function readCall(text: string, known: Readonly<Record<string, unknown>>): Reading {
  const reader = new Reader(text, known);
  try {
    return { options: reader.call() };
  } catch (error) {
    if (error instanceof Unreadable) {
      return { line: text.slice(0, reader.place).split("\n").length };
    }
    throw error;
  }
}

class Unreadable extends Error {}

const blank = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/uy;
const name = /[\p{ID_Start}$_][\p{ID_Continue}$]*/uy;
const number = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/uy;
const string = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/uy;
const words: Readonly<Record<string, unknown>> = { true: true, false: false, null: null, undefined };
const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", "0": "\0" };

class Reader {
  readonly #text: string;
  readonly #known: Readonly<Record<string, unknown>>;
  /** How far the text has been understood. */
  place = 0;

  constructor(text: string, known: Readonly<Record<string, unknown>>) {
    this.#text = text;
    this.#known = known;
  }

  call(): Readonly<Record<string, unknown>> {
    for (const part of ["ChaskWidget", ".", "init", "("]) {
      this.#expect(part);
    }
    const options = this.#object();
    this.#take(",");
    this.#expect(")");
    this.#take(";");
    this.#skip();
    if (this.place < this.#text.length) {
      throw new Unreadable();
    }
    return options;
  }

  #object(): Readonly<Record<string, unknown>> {
    this.#expect("{");
    const members: [string, unknown][] = [];
    while (!this.#take("}")) {
      members.push(this.#member());
      if (!this.#take(",")) {
        this.#expect("}");
        break;
      }
    }
    return Object.fromEntries(members);
  }

  #member(): [string, unknown] {
    const quoted = this.#match(string);
    const key = quoted === undefined ? this.#match(name) : unquote(quoted);
    if (key === undefined) {
      throw new Unreadable();
    }
    if (this.#take(":")) {
      return [key, this.#value()];
    }
    // The short form of a name that has a value already.
    if (quoted !== undefined || !Object.hasOwn(this.#known, key)) {
      throw new Unreadable();
    }
    return [key, this.#known[key]];
  }

  #value(): unknown {
    this.#skip();
    const next = this.#text.charAt(this.place);
    if (next === "{") {
      return this.#object();
    }
    if (next === "[") {
      return this.#list();
    }
    const quoted = this.#match(string);
    if (quoted !== undefined) {
      return unquote(quoted);
    }
    const digits = this.#match(number);
    return digits === undefined ? this.#named() : Number(digits);
  }

  #list(): readonly unknown[] {
    this.#expect("[");
    const values: unknown[] = [];
    while (!this.#take("]")) {
      values.push(this.#value());
      if (!this.#take(",")) {
        this.#expect("]");
        break;
      }
    }
    return values;
  }

  #named(): unknown {
    const before = this.place;
    const word = this.#match(name);
    const values = [words, this.#known].find((some) => word !== undefined && Object.hasOwn(some, word));
    if (word === undefined || values === undefined) {
      this.place = before;
      throw new Unreadable();
    }
    return values[word];
  }

  #expect(part: string): void {
    if (!this.#take(part)) {
      throw new Unreadable();
    }
  }

  #take(part: string): boolean {
    this.#skip();
    const found = this.#text.startsWith(part, this.place);
    this.place += found ? part.length : 0;
    return found;
  }

  #skip(): void {
    blank.lastIndex = this.place;
    this.place += blank.exec(this.#text)?.[0].length ?? 0;
  }

  #match(pattern: RegExp): string | undefined {
    this.#skip();
    pattern.lastIndex = this.place;
    const found = pattern.exec(this.#text)?.[0];
    this.place += found?.length ?? 0;
    return found;
  }
}

function unquote(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replaceAll(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))/gu, (_whole, four, two, one: string) => {
      const code: string | undefined = four ?? two;
      return code === undefined ? (escapes[one] ?? one) : String.fromCharCode(Number.parseInt(code, 16));
    });
}
