/// Holds the catalogues of every page to the same keys and placeholders in every language, no empty text and no key
/// that the source does not use. A catalogue is `locales/<language>.ts` or `.json`; the module exports one object.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";

const languages: readonly string[] = ["en", "es", "pt-BR"];
const root = dirname(import.meta.dirname);

/// How the source of each page names a text, with KEY for its key. Nothing looser: `close` is the name of many a method.
const namings: Readonly<Record<string, RegExp>> = {
  widget: /\bwords(?:\(\))?\.KEY\b/u,
  console: /["'`]KEY["'`]/u,
  demo: /\bt\([^()]*"KEY"|\bkey: "KEY"/u,
};

type Catalogue = ReadonlyMap<string, string>;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/// Keys of nested groups are joined by dots.
function flatten(value: unknown, prefix: string): readonly (readonly [string, string])[] {
  if (typeof value === "string") {
    return [[prefix, value]];
  }
  if (!isRecord(value)) {
    throw new TypeError(`${prefix} is neither a text nor a group of texts`);
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    flatten(inner, prefix === "" ? key : `${prefix}.${key}`),
  );
}

async function read(folder: string, language: string): Promise<Catalogue> {
  const json = join(folder, `${language}.json`);
  if (existsSync(json)) {
    return new Map(flatten(JSON.parse(readFileSync(json, "utf8")), ""));
  }
  const module: unknown = await import(pathToFileURL(join(folder, `${language}.ts`)).href);
  const exported = isRecord(module) ? Object.values(module).filter(isRecord) : [];
  return new Map(exported.flatMap((value) => flatten(value, "")));
}

/// The part that has the catalogue, and the files of other parts that import its texts.
function sourceOf(page: string, folder: string): string {
  const part = dirname(folder);
  return readdirSync(join(root, "web", page, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name) && !/\.test\.tsx?$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => basename(dirname(file)) !== "locales")
    .map((file) => ({ file, source: readFileSync(file, "utf8") }))
    .filter(({ file, source }) => file.startsWith(`${part}/`) || source.includes(`/${basename(part)}/texts"`))
    .map(({ source }) => source)
    .join("\n");
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}

function isUsed(key: string, naming: RegExp, source: string): boolean {
  return new RegExp(naming.source.replaceAll("KEY", escaped(key)), "u").test(source);
}

function placeholders(text: string): string {
  return [...text.matchAll(/\{\w+\}/gu)]
    .map((match) => match[0])
    .toSorted()
    .join(" ");
}

function compare(language: string, catalogue: Catalogue, model: Catalogue): readonly string[] {
  const missing = [...model.keys()]
    .filter((key) => !catalogue.has(key))
    .map((key) => `${language} lacks ${key}`);
  const wrong = [...catalogue].flatMap(([key, text]) => {
    const inModel = model.get(key);
    if (inModel === undefined) {
      return [`${language} has ${key}, which en lacks`];
    }
    if (text.trim() === "") {
      return [`${language} has an empty text for ${key}`];
    }
    return placeholders(text) === placeholders(inModel)
      ? []
      : [`${language} has other placeholders in ${key}`];
  });
  return [...missing, ...wrong];
}

/// A page's catalogues: one for all of it, and one in each part that is loaded later.
function foldersOf(page: string): readonly string[] {
  const source = join(root, "web", page, "src");
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name === "locales")
    .map((entry) => join(entry.parentPath, entry.name));
}

async function check(page: string, folder: string, naming: RegExp): Promise<readonly string[]> {
  const catalogues = await Promise.all(languages.map((language) => read(folder, language)));
  const model = catalogues[0] ?? new Map<string, string>();
  const source = sourceOf(page, folder);
  const unused = [...model.keys()]
    .filter((key) => !isUsed(key, naming, source))
    .map((key) => `no source uses ${key}`);
  const faults = [
    ...(model.size === 0 ? ["en has no text"] : []),
    ...catalogues.flatMap((catalogue, place) => compare(languages[place] ?? "", catalogue, model)),
    ...unused,
  ];
  console.log(`${relative(root, folder)}: ${model.size} texts in ${languages.join(", ")}`);
  return faults.map((fault) => `${relative(root, folder)}: ${fault}`);
}

const checked = await Promise.all(
  Object.entries(namings).flatMap(([page, naming]) =>
    foldersOf(page).map((folder) => check(page, folder, naming)),
  ),
);
const faults = checked.flat();
for (const fault of faults) {
  console.error(fault);
}
process.exitCode = faults.length === 0 ? 0 : 1;
