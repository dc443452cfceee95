import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Writes the public types as one declaration file that needs no other. */
export function writeTypes(folder: string, target: string): void {
  const files = readdirSync(folder).filter((name) => name !== "index.ts");
  const parts = files.map((name) => withoutImports(readFileSync(join(folder, name), "utf8")));
  const entry = [
    "/** The widget of this page. Importing it does nothing. */",
    "export declare const ChaskWidget: ChaskWidgetApi;",
    "",
  ].join("\n");
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, [...parts, entry].join("\n"));
}

/** The files import from each other only; together they need no import. */
function withoutImports(source: string): string {
  return `${source.replaceAll(/^import type [^;]+;\n/gm, "").trim()}\n`;
}
