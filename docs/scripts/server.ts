/** Reads what the server's own sources say: its settings, its routes, and the words of the protocol. */
import { readFileSync } from "node:fs";

import { parse } from "yaml";

/** One setting of the server. */
export interface Setting {
  readonly key: string;
  readonly fallback: string;
  readonly doc: string;
}

/** One route of the HTTP contract. */
export interface Route {
  readonly id: string;
  readonly tag: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly security: readonly string[];
  readonly statuses: readonly string[];
  readonly parameters: readonly string[];
  readonly body: readonly string[];
  readonly answer: readonly string[];
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

type Json = { readonly [key: string]: Json | undefined } | readonly Json[] | string | number | boolean | null;

/** The routes of the HTTP contract, in its order. */
export function readRoutes(file: string): readonly Route[] {
  const contract: Json = parse(readFileSync(file, "utf8"));
  return entries(at(contract, "paths")).flatMap(([path, item]) =>
    entries(item).map(([method, operation]) => routeOf(contract, path, method, operation)),
  );
}

function routeOf(contract: Json, path: string, method: string, operation: Json): Route {
  const tags = at(operation, "tags");
  return {
    id: text(at(operation, "operationId")),
    tag: Array.isArray(tags) ? text(tags[0]) : "",
    method: method.toUpperCase(),
    path,
    summary: text(at(operation, "summary")),
    description: text(at(operation, "description")),
    security: items(at(operation, "security")).flatMap((scheme) => entries(scheme).map(([name]) => name)),
    statuses: entries(at(operation, "responses")).map(([status]) => status),
    parameters: items(at(operation, "parameters"))
      .map((parameter) => resolve(contract, parameter))
      .map((parameter) => `${text(at(parameter, "name"))}${at(parameter, "required") === true ? "" : "?"}`),
    body: members(contract, schemaOf(at(operation, "requestBody"), contract)),
    answer: members(contract, schemaOf(success(operation), contract)),
  };
}

function success(operation: Json): Json {
  const found = entries(at(operation, "responses")).find(([status]) => status.startsWith("2"));
  return found === undefined ? null : found[1];
}

function schemaOf(holder: Json, contract: Json): Json {
  const content = entries(at(resolve(contract, holder), "content"));
  return content.length === 0 ? null : resolve(contract, at(content[0]?.[1] ?? null, "schema"));
}

/** The members of an object, with `?` behind those that may be absent. */
function members(contract: Json, schema: Json): readonly string[] {
  const required = items(at(schema, "required")).map(text);
  return entries(at(resolve(contract, schema), "properties")).map(([name]) =>
    required.includes(name) ? name : `${name}?`,
  );
}

function resolve(contract: Json, value: Json): Json {
  const reference = at(value, "$ref");
  if (typeof reference !== "string") {
    return value;
  }
  return reference
    .slice(2)
    .split("/")
    .reduce((node, key) => at(node, key), contract);
}

function at(value: Json, key: string): Json {
  return value !== null && typeof value === "object" && !Array.isArray(value) && key in value
    ? (Object.entries(value).find(([name]) => name === key)?.[1] ?? null)
    : null;
}

function entries(value: Json): readonly (readonly [string, Json])[] {
  return value !== null && typeof value === "object" && !Array.isArray(value)
    ? Object.entries(value).map(([key, member]) => [key, member ?? null] as const)
    : [];
}

function items(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function text(value: Json | undefined): string {
  return typeof value === "string" ? value.replaceAll(/\s+/gu, " ").trim() : "";
}
