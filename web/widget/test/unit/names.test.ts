import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { internal, short } from "../../scripts/names";

const web = join(import.meta.dirname, "..", "..", "..");

/** Where members are declared that somebody else reads or writes: the page, the server, storage, another tab. */
const rims = [
  ...readdirSync(join(web, "widget/src/api")).map((name) => `widget/src/api/${name}`),
  "widget/src/settings.ts",
  "wire/src/frames.ts",
  "client/src/contract.ts",
  "client/src/outbox/entry.ts",
  "client/src/tabs/tabs.ts",
  "../wire/openapi.yaml",
];

const built = join(web, "widget/lib");

/** Of the contract: the widget's routes, and the schemas that these lead to. */
function ofTheWidget(contract: string): string {
  const [paths = "", schemas = ""] = contract.split(/^ {2}schemas:$/mu);
  const routes = paths.split(/^(?= {2}\/)/mu).filter((part) => !/^ {2}\/v1\/(?!widget|stream)/u.test(part));
  const all = schemas.split(/^(?= {4}\w+:)/mu);
  const met = new Set<string>();
  const follow = (text: string): void => {
    for (const [, name] of text.matchAll(/schemas\/(\w+)/gu)) {
      const schema = all.find((one) => one.startsWith(`    ${name}:`));
      if (schema !== undefined && !met.has(schema)) {
        met.add(schema);
        follow(schema);
      }
    }
  };
  follow(routes.join(""));
  return [...routes, ...met].join("");
}

/** Members of types and the contract's fields; of the file about tabs only what is sent. */
function membersOf(source: string): ReadonlySet<string> {
  const met = source.startsWith("openapi:") ? ofTheWidget(source) : source;
  const [sent = ""] = met.split("/** The other tabs of this browser profile");
  return new Set(
    Array.from(
      sent.matchAll(/(?:readonly |^ +)(\w+)\??(?:<[^(]*)?(?:: |:$|\(|,$)/gmu),
      ([, name = ""]) => name,
    ),
  );
}

test("a name that the build shortens is no member of anything outside the widget", () => {
  const declared = rims.map((file) => membersOf(readFileSync(join(web, file), "utf8")));
  const shared = internal.filter((name) => declared.some((members) => members.has(name)));
  expect(shared).toEqual([]);
});

test("no name is shortened to one that a frame has, and none to another's", () => {
  const letters = [...short.values()];
  const frames = membersOf(readFileSync(join(web, "wire/src/frames.ts"), "utf8"));
  expect(letters.filter((letter) => frames.has(letter))).toEqual([]);
  expect(new Set(letters).size).toBe(internal.length);
});

test("what the client's events hand over keeps its names", () => {
  const api = readFileSync(join(web, "client/src/visitor/api.ts"), "utf8");
  const events = /interface VisitorEvents \{.*?^\}/msu.exec(api)?.[0] ?? "";
  expect(membersOf(events)).toContain("fileType");
  expect([...membersOf(events)].filter((name) => short.has(name))).toEqual([]);
});

test("every name on the list is shortened in the built files", () => {
  const files = readdirSync(built).filter((name) => name.endsWith(".js"));
  const code = files.map((name) => readFileSync(join(built, name), "utf8")).join("\n");
  expect(internal.filter((name) => new RegExp(`[.{,]${name}[:(,}]`, "u").test(code))).toEqual([]);
});
