/** Reads the HTTP contract: its routes and the objects they take and give. */
import { readFileSync } from "node:fs";

import { parse } from "yaml";

/** A parameter, or a member of an object; a member of an object inside is named by its path (`page.url`). */
export interface Field {
  readonly name: string;
  /** In the words of the contract, such as `integer (1–100)`; the name of an object where it is one. */
  readonly type: string;
  readonly required: boolean;
  readonly doc: string;
  readonly fallback?: string;
}

/** A parameter, and whether it stands in the path, the query or a header. */
export interface Parameter extends Field {
  readonly place: string;
}

/** What a route takes or gives: an object of the contract by its name, or members of its own. */
export interface Content {
  readonly object?: string;
  readonly fields: readonly Field[];
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
  readonly parameters: readonly Parameter[];
  readonly body: Content;
  readonly answer: Content;
}

/** One named object of the contract. */
export interface Schema {
  readonly name: string;
  readonly doc: string;
  readonly fields: readonly Field[];
}

type Json = { readonly [key: string]: Json | undefined } | readonly Json[] | string | number | boolean | null;

/** The routes of the HTTP contract, in its order. */
export function readRoutes(file: string): readonly Route[] {
  const contract: Json = parse(readFileSync(file, "utf8"));
  return entries(at(contract, "paths")).flatMap(([path, item]) =>
    entries(item).map(([method, operation]) => routeOf(contract, path, method, operation)),
  );
}

/** The named objects of the HTTP contract that have members, in its order. */
export function readSchemas(file: string): readonly Schema[] {
  const contract: Json = parse(readFileSync(file, "utf8"));
  return entries(at(at(contract, "components"), "schemas")).map(([name, schema]) => ({
    name,
    doc: text(at(schema, "description")),
    fields: fieldsOf(contract, schema),
  }));
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
      .map((parameter) => parameterOf(contract, parameter)),
    body: contentOf(contract, at(operation, "requestBody")),
    answer: contentOf(contract, success(operation)),
  };
}

function parameterOf(contract: Json, parameter: Json): Parameter {
  const required = at(parameter, "required") === true;
  const field = fieldOf(contract, text(at(parameter, "name")), at(parameter, "schema"), required);
  return { ...field, place: text(at(parameter, "in")), doc: text(at(parameter, "description")) };
}

function success(operation: Json): Json {
  const found = entries(at(operation, "responses")).find(([status]) => status.startsWith("2"));
  return found === undefined ? null : found[1];
}

function contentOf(contract: Json, holder: Json): Content {
  const kinds = entries(at(resolve(contract, holder), "content"));
  const schema = kinds.length === 0 ? null : at(kinds[0]?.[1] ?? null, "schema");
  const object = nameOf(schema);
  return object === "" ? { fields: fieldsOf(contract, schema) } : { object, fields: [] };
}

/** The members of an object, and of the nameless objects inside it. */
function fieldsOf(contract: Json, schema: Json, prefix = ""): readonly Field[] {
  const required = items(at(schema, "required")).map(text);
  const any = at(schema, "additionalProperties");
  if (any !== null && typeof any === "object") {
    return [fieldOf(contract, `${prefix}*`, any, true)];
  }
  return entries(at(schema, "properties")).flatMap(([name, member]) => {
    const field = fieldOf(contract, `${prefix}${name}`, member, required.includes(name));
    const inner = at(member, "type") === "array" ? at(member, "items") : member;
    const mark = at(member, "type") === "array" ? "[]" : "";
    return [field, ...fieldsOf(contract, inner, `${prefix}${name}${mark}.`)];
  });
}

function fieldOf(contract: Json, name: string, schema: Json, required: boolean): Field {
  const fallback = at(schema, "default");
  return {
    name,
    type: typeOf(contract, schema),
    required,
    doc: text(at(schema, "description")),
    ...(fallback === null ? {} : { fallback: JSON.stringify(fallback) }),
  };
}

/** A type in a few words that are the same in every language. */
function typeOf(contract: Json, schema: Json): string {
  const name = nameOf(schema);
  if (name !== "") {
    return name;
  }
  const base = baseOf(contract, schema);
  return at(schema, "nullable") === true ? `${base} | null` : base;
}

function baseOf(contract: Json, schema: Json): string {
  const words = items(at(schema, "enum"));
  if (words.length > 0) {
    return words.map((word) => JSON.stringify(word)).join(" | ");
  }
  const choices = items(at(schema, "oneOf"));
  if (choices.length > 0) {
    return choices.map((choice) => typeOf(contract, choice)).join(" | ");
  }
  if (at(schema, "type") === "array") {
    const of = typeOf(contract, at(schema, "items"));
    return `${of.includes(" ") ? `(${of})` : of}[]${limits(at(schema, "minItems"), at(schema, "maxItems"))}`;
  }
  const format = text(at(schema, "format"));
  const type = `${text(at(schema, "type"))}${/^(?:int64)?$/u.test(format) ? "" : ` (${format})`}`;
  const least = at(schema, "minimum");
  return `${type}${limits(least, at(schema, "maximum"))}${limits(null, at(schema, "maxLength"))}`;
}

function limits(least: Json, most: Json): string {
  const from = typeof least === "number" ? String(least) : "";
  const to = typeof most === "number" ? String(most) : "";
  if (from === "" && to === "") {
    return "";
  }
  return ` (${to === "" ? `≥ ${from}` : from === "" ? `≤ ${to}` : `${from}–${to}`})`;
}

function nameOf(schema: Json): string {
  return text(at(schema, "$ref")).replace(/^.*\//u, "");
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
