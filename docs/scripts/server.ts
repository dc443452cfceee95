/** Reads what the server's own sources say: its settings, its reasons, and the words of the protocol. */
import { readFileSync } from "node:fs";

/** One setting of the server. */
export interface Setting {
  readonly key: string;
  readonly fallback: string;
  readonly doc: string;
}

/** A row of a table of the protocol's paper, its cells as they stand there. */
export type Row = readonly string[];

/** The settings, from the list that the server itself reads. */
export function readSettings(file: string): readonly Setting[] {
  const literal = String.raw`((?:"(?:[^"\\]|\\.)*"[\s+]*)+)`;
  const call = new RegExp(String.raw`new Setting\(\s*${literal},\s*${literal},\s*${literal}\)`, "gu");
  return [...readFileSync(file, "utf8").matchAll(call)].map(([, key, fallback, doc]) => ({
    key: unquote(key),
    fallback: unquote(fallback),
    doc: unquote(doc),
  }));
}

/** A reason of the server, with the HTTP status it has as an answer. */
export interface ServerReason {
  readonly reason: string;
  readonly code: string;
  readonly status: string;
}

/** The reasons, from the list that the server itself answers with. */
export function readReasons(file: string): readonly ServerReason[] {
  const constant = /^\s+(?<reason>[A-Z_]+)\((?<code>[A-Z]+_ERROR), (?<status>\d+), /gmu;
  return [...readFileSync(file, "utf8").matchAll(constant)].map(({ groups }) => ({
    reason: groups?.["reason"] ?? "",
    code: groups?.["code"] ?? "",
    status: groups?.["status"] ?? "",
  }));
}

function unquote(java: string | undefined): string {
  const parts = [...(java ?? "").matchAll(/"((?:[^"\\]|\\.)*)"/gu)];
  return parts.map(([, part]) => (part ?? "").replaceAll(/\\(.)/gu, "$1")).join("");
}

/** The tables below a heading of the protocol's paper, one after the other, without their heads. */
export function readTables(file: string, heading: string): readonly (readonly Row[])[] {
  const paper = readFileSync(file, "utf8");
  const start = paper.indexOf(`\n${heading}`);
  if (start < 0) {
    throw new Error(`The protocol has no heading "${heading}"`);
  }
  const level = heading.indexOf(" ");
  const rest = paper.slice(start + heading.length + 1);
  const end = rest.search(new RegExp(`\n#{1,${level}} `, "u"));
  return tablesOf(end < 0 ? rest : rest.slice(0, end));
}

function tablesOf(section: string): readonly (readonly Row[])[] {
  return section
    .split(/\n\n/u)
    .map((block) => block.trim())
    .filter((block) => block.startsWith("|"))
    .map((block) => block.split("\n").slice(2).map(cellsOf));
}

function cellsOf(line: string): Row {
  return line
    .replace(/^\|/u, "")
    .replace(/\|\s*$/u, "")
    .split("|")
    .map((cell) => cell.trim());
}
