/** What the site shows, as the code and the papers of the repository say it: in English, not yet translated. */
import { globSync, readFileSync } from "node:fs";
import path from "node:path";

import { readChangelog, type Release } from "./changelog.ts";
import { readRoutes, readSchemas, type Route, type Schema } from "./openapi.ts";
import { readReasons, readSettings, readTables, type ServerReason, type Setting } from "./server.ts";
import { readTypes, type Member } from "./types.ts";

/** The folder of the site. */
export const docs: string = path.join(import.meta.dirname, "..");

const repository = path.join(docs, "..");
const protocol = path.join(repository, "wire/PROTOCOL.md");
const contract = path.join(repository, "wire/openapi.yaml");
/** The text of all pages. */
export const pages: string = read("src/content/docs/**/*.mdx");
const components = read("src/components/*.astro");

function read(pattern: string, folder: string = docs): string {
  const files = globSync(pattern, { cwd: folder }).toSorted();
  return files.map((file) => readFileSync(path.join(folder, file), "utf8")).join("\n");
}

function names(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name]) => name ?? ""))];
}

/** The public types that some page shows. */
export const typeNames: readonly string[] = [
  ...new Set([
    ...names(pages, /<(?:Members|Words)\s[^>]*?of="(\w+)"/gu),
    ...names(components, /\bmembers\("(\w+)"\)/gu),
  ]),
];
/** The keys of the words that the components use. */
export const words: readonly string[] = names(components, /\bword\("([\w-]+)"\)/gu);

const typeFiles = [
  path.join(repository, "web/client/src/contract.ts"),
  ...globSync(path.join(repository, "web/widget/src/api/*.ts")),
];
const types = readTypes(typeFiles);
export const settings: readonly Setting[] = readSettings(
  path.join(repository, "server/src/main/java/io/chask/config/Settings.java"),
);
export const routes: readonly Route[] = readRoutes(contract);
export const schemas: readonly Schema[] = readSchemas(contract).filter(({ fields }) => fields.length > 0);
export const changelog: readonly Release[] = readChangelog(path.join(repository, "CHANGELOG.md"));

/** The codes that a browser gives to the reasons of its own. */
const browserCodes: Readonly<Record<string, readonly string[]>> = {
  OFFLINE: ["NETWORK_ERROR"],
  UNREACHABLE: ["CONNECTION_ERROR"],
  BAD_ANSWER: ["CONNECTION_ERROR"],
  REFUSED: ["AUTH_ERROR", "SEND_ERROR"],
  BAD_FRAME: ["CONNECTION_ERROR"],
  VERSION_UNKNOWN: ["CONNECTION_ERROR"],
  TOO_MANY_CONNECTIONS: ["CONNECTION_ERROR"],
  BANNED: ["AUTH_ERROR"],
  SLOW_CONSUMER: ["CONNECTION_ERROR"],
  UPLOAD_FAILED: ["SEND_ERROR"],
  ABORTED: ["SEND_ERROR"],
  EXPIRED: ["SEND_ERROR"],
  LOGGED_OUT: ["SEND_ERROR"],
  SESSION_EXPIRED: ["AUTH_ERROR"],
  DESTROYED: ["AUTH_ERROR", "CONNECTION_ERROR"],
  INVALID_CONFIG: ["AUTH_ERROR"],
};

/** The server's reasons by their code, then those that only a browser makes. */
export const reasons: readonly (ServerReason & { readonly group: string; readonly means?: string })[] = [
  ...readReasons(path.join(repository, "server/src/main/java/io/chask/wire/Reason.java")).map((reason) => ({
    ...reason,
    group: reason.code,
  })),
  ...new Map(
    ["ClientReason", "WidgetReason"]
      .flatMap((name) => types.get(name)?.members ?? [])
      .map(({ name, doc }) => [name, browserReason(name, doc)] as const),
  ).values(),
];

function browserReason(
  reason: string,
  means: string,
): ServerReason & { readonly group: string; readonly means: string } {
  const found = browserCodes[reason];
  if (found === undefined) {
    throw new Error(`scripts/sources.ts does not know which code the reason ${reason} comes with`);
  }
  return { group: "BROWSER", code: found.join(", "), reason, status: "", means };
}

/** The paper points to its own sections, which the site does not have. */
function withoutSections(text: string): string {
  return text.replaceAll(/ \(§\d\)| of §\d/gu, "");
}

export const frames: readonly {
  readonly section: string;
  readonly name: string;
  readonly fields: string;
  readonly rule: string;
}[] = ["4.1", "4.2", "4.3", "4.4", "4.5", "4.6"].flatMap((section) =>
  (readTables(protocol, `### ${section} `)[0] ?? []).map(([name = "", fields = "", rule = ""]) => ({
    section,
    name: name.replaceAll("`", ""),
    fields,
    rule: withoutSections(rule),
  })),
);
/** The members of a message of the stream: the second table of its section. */
export const message: readonly { readonly name: string; readonly shape: string }[] = (
  readTables(protocol, "### 4.2 ")[1] ?? []
).map(([name = "", shape = ""]) => ({ name: name.replaceAll("`", ""), shape }));
export const limits: readonly { readonly name: string; readonly value: string }[] = (
  readTables(protocol, "## 3. Connection")[0] ?? []
).map(([name = "", value = ""]) => ({ name, value }));
export const closes: readonly { readonly code: string; readonly means: string; readonly client: string }[] = (
  readTables(protocol, "## 8. Close codes")[0] ?? []
).map(([code = "", means = "", client = ""]) => ({ code, means, client }));
/** The codes of errors. */
export const codes: readonly string[] =
  types.get("WidgetErrorCode")?.members.map((member) => member.name) ?? [];

/** The members of a public type. Throws when the widget does not export it, or it has none. */
export function membersOf(name: string): readonly Member[] {
  const type = types.get(name);
  if (type === undefined || type.members.length === 0) {
    throw new Error(
      `A page shows the type ${name}, which the widget does not export or which has no members`,
    );
  }
  return type.members;
}

interface Kept {
  readonly of: "widget" | "console" | "docs";
  readonly place: string;
  readonly key: string;
  readonly name: string;
}

const session = "chask:<organizationId>:<apiKey>";
/** A name used only for a lock keeps nothing. */
const visitorSources = read("web/client/src/visitor/*.ts", repository).replaceAll(
  /locks\.request\([^)]*\)/gu,
  "",
);
const visitorKeys = new Map(
  [...visitorSources.matchAll(/\$\{key\}:(\w+)(:?)/gu)].map(([, name = "", more]) => [
    name,
    `${session}:${name}${more === "" ? "" : ":<id>"}`,
  ]),
);

/** What browsers keep: for a visitor as the client's sources name it, for an agent, for a reader of this site. */
export const stored: readonly Kept[] = [
  { of: "widget", place: "localStorage", key: session, name: "session" },
  ...[...visitorKeys].map(([name, key]) => ({ of: "widget", place: "IndexedDB", key, name }) as const),
  { of: "console", place: "cookie", key: "chask_session", name: "console-session" },
  { of: "console", place: "localStorage", key: "chask.console.preferences", name: "console-preferences" },
  { of: "console", place: "localStorage", key: "chask.console.emoji", name: "console-emoji" },
  {
    of: "console",
    place: "sessionStorage",
    key: "chask.console.draft.<agent>.<conversation>",
    name: "console-draft",
  },
  { of: "console", place: "IndexedDB", key: "chask:agent:<agent>:(out|held):<id>", name: "console-out" },
  { of: "docs", place: "localStorage", key: "starlight-theme", name: "docs-theme" },
  { of: "docs", place: "localStorage", key: "starlight-synced-tabs__framework", name: "docs-tabs" },
  { of: "docs", place: "sessionStorage", key: "sl-sidebar-state", name: "docs-menu" },
];
