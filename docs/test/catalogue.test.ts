import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { Catalogue } from "../scripts/catalogue.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "catalogue-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function catalogueOf(entries: Readonly<Record<string, Readonly<Record<string, string>>>>): Catalogue {
  writeFileSync(path.join(folder, "greetings.json"), JSON.stringify(entries));
  return new Catalogue(folder);
}

test("a complete entry is no finding", () => {
  const catalogue = catalogueOf({ hello: { en: "Hello", es: "Hola", "pt-BR": "Olá" } });
  expect(catalogue.check(new Map([["greetings", new Map([["hello", "Hello"]])]]))).toEqual({
    untranslated: [],
    unused: [],
    changed: [],
  });
});

test("an entry without one of the languages is untranslated", () => {
  const catalogue = catalogueOf({ hello: { en: "Hello", es: "Hola", "pt-BR": "" } });
  const { untranslated } = catalogue.check(new Map([["greetings", new Map([["hello", "Hello"]])]]));
  expect(untranslated).toEqual(["greetings.json: hello"]);
});

test("a text of the code without an entry is untranslated", () => {
  const { untranslated } = catalogueOf({}).check(new Map([["greetings", new Map([["bye", "Bye"]])]]));
  expect(untranslated).toEqual(["greetings.json: bye"]);
});

test("an entry that the code no longer has is unused, a whole file too", () => {
  const catalogue = catalogueOf({ hello: { en: "Hello", es: "Hola", "pt-BR": "Olá" } });
  expect(catalogue.check(new Map()).unused).toEqual(["greetings.json: hello"]);
});

test("an entry whose English has changed asks for a look at its translations", () => {
  const catalogue = catalogueOf({ hello: { en: "Hello", es: "Hola", "pt-BR": "Olá" } });
  const { changed } = catalogue.check(new Map([["greetings", new Map([["hello", "Good morning"]])]]));
  expect(changed).toEqual(["greetings.json: hello"]);
});

test("an update takes the translations from a text whose English has changed", () => {
  const catalogue = catalogueOf({ hello: { en: "Hello", es: "Hola", "pt-BR": "Olá" } });
  catalogue.update(new Map([["greetings", new Map([["hello", "Good morning"]])]]));
  expect(JSON.parse(readFileSync(path.join(folder, "greetings.json"), "utf8"))).toEqual({
    hello: { en: "Good morning", es: "", "pt-BR": "" },
  });
});

test("an update keeps translations, adds what is new and takes out what is unused", () => {
  const catalogue = catalogueOf({
    hello: { en: "Hello", es: "Hola", "pt-BR": "Olá" },
    gone: { en: "Gone", es: "Se fue", "pt-BR": "Foi embora" },
  });
  catalogue.update(
    new Map([
      [
        "greetings",
        new Map([
          ["hello", "Hello"],
          ["bye", "Bye"],
        ]),
      ],
    ]),
  );
  expect(JSON.parse(readFileSync(path.join(folder, "greetings.json"), "utf8"))).toEqual({
    hello: { en: "Hello", es: "Hola", "pt-BR": "Olá" },
    bye: { en: "Bye", es: "", "pt-BR": "" },
  });
});
