/**
 * Gathers what the site's tables show from the code, and sets the translations beside it.
 *
 * `node scripts/reference.ts` adds entries for new texts of the code to the catalogues and takes unused ones out.
 */
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { Catalogue, type Findings, type Source, type Text } from "./catalogue.ts";
import {
  readReasons,
  readRoutes,
  readSettings,
  readTables,
  type Route,
  type ServerReason,
} from "./server.ts";
import { readTypes, shortUnions, type Member } from "./types.ts";

const docs = path.join(import.meta.dirname, "..");
const repository = path.join(docs, "..");
const protocol = path.join(repository, "wire/PROTOCOL.md");

/** A property, method or word, as a table shows it. */
export interface TableMember extends Omit<Member, "doc" | "fallback"> {
  readonly text: Text;
  readonly fallback?: Text;
}

/** What the pages read. */
export interface Reference {
  readonly types: Readonly<Record<string, readonly TableMember[]>>;
  readonly settings: readonly { readonly key: string; readonly fallback: string; readonly text: Text }[];
  readonly routes: readonly (Omit<Route, "summary" | "description"> & {
    readonly summary: Text;
    readonly description?: Text;
  })[];
  readonly reasons: readonly (ServerReason & { readonly means: Text; readonly cure: Text })[];
  readonly stored: readonly {
    readonly place: string;
    readonly key: string;
    readonly why: Text;
    readonly until: Text;
  }[];
  readonly codes: Readonly<Record<string, { readonly cause: Text; readonly cure: Text }>>;
  /** By section of the protocol's paper: frames and the fields of a message. */
  readonly frames: Readonly<
    Record<string, readonly { readonly name: string; readonly fields: string; readonly rule: Text }[]>
  >;
  readonly closes: readonly { readonly code: string; readonly means: Text; readonly client: Text }[];
  readonly words: Readonly<Record<string, Text>>;
}

const pages: string = read("src/content/docs/**/*.mdx");
const components: string = read("src/components/*.astro");
const typeNames: ReadonlySet<string> = new Set([
  ...names(pages, /<(?:Members|Words)\s[^>]*?of="(\w+)"/gu),
  ...names(components, /\bmembers\("(\w+)"\)/gu),
]);
const words: readonly string[] = names(components, /\bword\("([\w-]+)"\)/gu);

function read(pattern: string, folder: string = docs): string {
  const files = globSync(pattern, { cwd: folder }).toSorted();
  return files.map((file) => readFileSync(path.join(folder, file), "utf8")).join("\n");
}

function names(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name]) => name ?? ""))];
}

const typeFiles = [
  path.join(repository, "web/client/src/contract.ts"),
  ...globSync(path.join(repository, "web/widget/src/api/*.ts")),
];
const types = readTypes(typeFiles);
const unions = shortUnions(typeFiles);
const settings = readSettings(path.join(repository, "server/src/main/java/io/chask/config/Settings.java"));
const routes = readRoutes(path.join(repository, "wire/openapi.yaml"));
/** The server's reasons, then those that only a browser makes. */
const reasons: readonly (ServerReason & { readonly means?: string })[] = [
  ...readReasons(path.join(repository, "server/src/main/java/io/chask/wire/Reason.java")),
  ...new Map(
    ["ClientReason", "WidgetReason"]
      .flatMap((name) => types.get(name)?.members ?? [])
      .map(({ name, doc }) => [name, { code: "BROWSER", reason: name, status: "", means: doc }] as const),
  ).values(),
];
const frames = ["4.1", "4.2", "4.3", "4.4", "4.5", "4.6"].flatMap((section) =>
  (readTables(protocol, `### ${section} `)[0] ?? []).map(([name = "", fields = "", rule = ""]) => ({
    section,
    name: name.replaceAll("`", ""),
    fields,
    // The paper points to its own sections, which the site does not have.
    rule: rule.replaceAll(/ \(§\d\)| of §\d/gu, ""),
  })),
);
const closes = (readTables(protocol, "## 8. Close codes")[0] ?? []).map(
  ([code = "", means = "", client = ""]) => ({
    code,
    means,
    client,
  }),
);
/** What the browser keeps for a visitor, as the client's sources name it; a name used only for a lock keeps nothing. */
const stored = [
  { place: "localStorage", key: "chask:<organizationId>:<apiKey>", name: "session" },
  ...names(
    read("web/client/src/visitor/*.ts", repository).replaceAll(/locks\.request\([^)]*\)/gu, ""),
    /\$\{key\}:(\w+)/gu,
  ).map((name) => ({ place: "IndexedDB", key: `chask:<organizationId>:<apiKey>:${name}`, name })),
];
const codes = types.get("WidgetErrorCode")?.members.map((member) => member.name) ?? [];

/** Whether a default is code, and so the same in every language. */
function isCode(fallback: string): boolean {
  return /^(?:"[^"]*"|true|false|[\d.]+)$/u.test(fallback);
}

function membersOf(name: string): readonly Member[] {
  const type = types.get(name);
  if (type === undefined || type.members.length === 0) {
    throw new Error(
      `A page shows the type ${name}, which the widget does not export or which has no members`,
    );
  }
  return type.members;
}

function memberTexts(name: string): ReadonlyMap<string, string | undefined> {
  return new Map(
    membersOf(name).flatMap((member) => {
      const doc = [member.name, member.doc] as const;
      const { fallback } = member;
      return fallback === undefined || isCode(fallback)
        ? [doc]
        : [doc, [`${member.name} @default`, fallback] as const];
    }),
  );
}

function routeTexts(): ReadonlyMap<string, string | undefined> {
  return new Map(
    routes.flatMap((route) => [
      [route.id, route.summary] as const,
      ...(route.description === "" ? [] : [[`${route.id} @description`, route.description] as const]),
    ]),
  );
}

/** Every text that a table shows. */
const source: Source = new Map([
  ...[...typeNames].map((name) => [name, memberTexts(name)] as const),
  ...shown("Settings", "settings", new Map(settings.map(({ key, doc }) => [key, doc] as const))),
  ...shown("Routes", "routes", routeTexts()),
  ...shown(
    "Reasons",
    "reasons",
    new Map(
      reasons.flatMap(({ reason, means }) => [
        [reason, means] as const,
        [`${reason} @cure`, undefined] as const,
      ]),
    ),
  ),
  ...shown(
    "Frames",
    "frames",
    new Map(frames.flatMap(({ name, rule }) => (rule === "" ? [] : [[name, rule] as const]))),
  ),
  ...shown(
    "CloseCodes",
    "close-codes",
    new Map(
      closes.flatMap(({ code, means, client }) => [
        [code, means] as const,
        [`${code} @client`, client] as const,
      ]),
    ),
  ),
  ...shown("Storage", "storage", owned(stored.flatMap(({ name }) => [name, `${name} @until`]))),
  ["codes", owned(codes.flatMap((code) => [`${code} @cause`, `${code} @cure`]))] as const,
  ["words", owned(words)] as const,
]);

/** A topic, if a page has the component that shows it. */
function shown(
  component: string,
  topic: string,
  texts: ReadonlyMap<string, string | undefined>,
): readonly (readonly [string, ReadonlyMap<string, string | undefined>])[] {
  return new RegExp(`<${component}\\b`, "u").test(pages) ? [[topic, texts]] : [];
}

/** Texts of which the code has only the keys. */
function owned(keys: readonly string[]): ReadonlyMap<string, string | undefined> {
  return new Map(keys.map((key) => [key, undefined] as const));
}

const catalogue = new Catalogue(path.join(docs, "src/reference"));

/** The findings of the comparison of catalogues and code. */
export const findings: Findings = catalogue.check(source);

function tableMember(type: string, member: Member): TableMember {
  const { doc, fallback, ...bare } = member;
  const rest = { ...bare, type: unions.get(bare.type) ?? bare.type };
  const text = catalogue.text(type, member.name, doc);
  if (fallback === undefined) {
    return { ...rest, text };
  }
  const same = { en: fallback, es: fallback, "pt-BR": fallback };
  return {
    ...rest,
    text,
    fallback: isCode(fallback) ? same : catalogue.text(type, `${member.name} @default`, fallback),
  };
}

function gather(): Reference {
  return {
    types: Object.fromEntries(
      [...typeNames].map((name) => [name, membersOf(name).map((member) => tableMember(name, member))]),
    ),
    settings: settings.map(({ key, fallback, doc }) => ({
      key,
      fallback,
      text: catalogue.text("settings", key, doc),
    })),
    routes: routes.map(({ summary, description, ...route }) => ({
      ...route,
      summary: catalogue.text("routes", route.id, summary),
      ...(description === ""
        ? {}
        : { description: catalogue.text("routes", `${route.id} @description`, description) }),
    })),
    reasons: reasons.map(({ code, reason, status, means }) => ({
      code,
      status,
      reason,
      means: catalogue.text("reasons", reason, means),
      cure: catalogue.text("reasons", `${reason} @cure`, undefined),
    })),
    stored: stored.map(({ place, key, name }) => ({
      place,
      key,
      why: catalogue.text("storage", name, undefined),
      until: catalogue.text("storage", `${name} @until`, undefined),
    })),
    codes: Object.fromEntries(
      codes.map((code) => [
        code,
        {
          cause: catalogue.text("codes", `${code} @cause`, undefined),
          cure: catalogue.text("codes", `${code} @cure`, undefined),
        },
      ]),
    ),
    frames: Object.fromEntries(
      frames.map(({ section }) => [
        section,
        frames
          .filter((frame) => frame.section === section)
          .map(({ name, fields, rule }) => ({ name, fields, rule: catalogue.text("frames", name, rule) })),
      ]),
    ),
    closes: closes.map(({ code, means, client }) => ({
      code,
      means: catalogue.text("close-codes", code, means),
      client: catalogue.text("close-codes", `${code} @client`, client),
    })),
    words: Object.fromEntries(words.map((word) => [word, catalogue.text("words", word, undefined)])),
  };
}

/** Writes what the pages read. */
export function writeReference(): void {
  const folder = path.join(docs, ".cache");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "reference.json"), JSON.stringify(gather()));
}

if (import.meta.main) {
  catalogue.update(source);
}
