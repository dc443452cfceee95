import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { localizeTexts, textsOf } from "../src/examples/comments.ts";
import { readReasons, readSettings, readTables } from "../scripts/server.ts";
import { readTypes } from "../scripts/types.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "source-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function file(text: string): string {
  const name = path.join(folder, "source");
  writeFileSync(name, text);
  return name;
}

test("a member is read with its type, its comment and its default", () => {
  const source =
    'export interface Options {\n  /** Corner of the page. @default "right" */\n  readonly side?: "left" | "right";\n}';
  expect(readTypes([file(source)]).get("Options")?.members).toEqual([
    {
      name: "side",
      type: '"left" | "right"',
      optional: true,
      doc: "Corner of the page.",
      fallback: '"right"',
    },
  ]);
});

test("a method is read with its signature", () => {
  const source = "export interface Door {\n  /** Opens it. */\n  open(by: Person): Promise<void>;\n}";
  expect(readTypes([file(source)]).get("Door")?.members).toEqual([
    { name: "open", type: "(by: Person): Promise<void>", optional: false, doc: "Opens it." },
  ]);
});

test("the words of a union are read with their comments", () => {
  const source = 'export type Light =\n  /** Stop; wait. */\n  | "red"\n  /** Go. */\n  | "green";';
  const name = file(source);
  expect(
    readTypes([name])
      .get("Light")
      ?.members.map(({ name: word, doc }) => [word, doc]),
  ).toEqual([
    ["red", "Stop; wait."],
    ["green", "Go."],
  ]);
});

test("the words of a short union stand in the place of its name, inside other types too", () => {
  const source =
    'export type Light = "red" | "green";\nexport interface Crossing {\n  /** Waits. */\n  wait(until: Light | "off"): void;\n}';
  expect(readTypes([file(source)]).get("Crossing")?.members[0]?.type).toBe(
    '(until: "red" | "green" | "off"): void',
  );
});

test("a setting is read although its literals are joined over lines", () => {
  const source = 'new Setting(\n    "a.b", "1" + "0s",\n    "Says \\"no\\"."\n        + " Always.");';
  expect(readSettings(file(source))).toEqual([{ key: "a.b", fallback: "10s", doc: 'Says "no". Always.' }]);
});

test("a reason is read with its code and status", () => {
  expect(readReasons(file('    FILE_EMPTY(SEND_ERROR, 400, "File empty", false),\n'))).toEqual([
    { reason: "FILE_EMPTY", code: "SEND_ERROR", status: "400" },
  ]);
});

test("tables are read up to the next heading of the same level", () => {
  const paper =
    "\n## 1. One\n\n| a | b |\n|---|---|\n| `x` | y |\n\n### Below\n\n| c |\n|---|\n| z |\n\n## 2. Two\n\n| d |\n|---|\n| no |\n";
  expect(readTables(file(paper), "## 1. One")).toEqual([[["`x`", "y"]], [["z"]]]);
});

test("an example keeps its code and changes the language of what people read", () => {
  const source =
    'const a = "https://x"; \n/** Gives up after a minute. */\n  send("Where is it?"); // Done.\n';
  expect(textsOf("a.ts", source)).toEqual(["Gives up after a minute.", "Done.", "Where is it?"]);
  expect(textsOf("a.sh", "# Where it goes.\n# → 200\n")).toEqual(["Where it goes."]);
  expect(textsOf("a.html", '<button type="button">Ask us</button>')).toEqual(["Ask us"]);
  expect(localizeTexts("a.ts", "/** Gives up after a minute. */", "es")).toBe(
    "/** Se rinde después de un minuto. */",
  );
  expect(localizeTexts("a.ts", "run(); // Gives up after a minute.", "en")).toContain("Gives up");
});

test("what the server says stays as the server says it", () => {
  expect(localizeTexts("a.json", '{"title":"Text too long"}', "es")).toBe('{"title":"Text too long"}');
});

test("a text without a translation stops the build", () => {
  expect(() => localizeTexts("a.ts", "// Nobody has translated this.", "pt-BR")).toThrow(
    "has no translation",
  );
});
