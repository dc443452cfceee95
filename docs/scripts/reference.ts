/**
 * Gathers what the site's tables show from the code, and sets the translations beside it.
 *
 * `node scripts/reference.ts` adds entries for new texts of the code to the catalogues, empties the translations of
 * those whose English has changed, and takes unused ones out.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

import { Catalogue, type Findings, type Source, type Text } from "./catalogue.ts";
import type { Content, Field } from "./openapi.ts";
import type { Reference, TableContent, TableField, TableMember } from "./shape.ts";
import * as from from "./sources.ts";
import type { Member } from "./types.ts";

type Texts = ReadonlyMap<string, string | undefined>;

/** Whether a default is code, and so the same in every language. */
function isCode(fallback: string): boolean {
  return /^(?:"[^"]*"|true|false|[\d.]+)$/u.test(fallback);
}

function memberTexts(name: string): Texts {
  return new Map(
    from.membersOf(name).flatMap((member) => {
      const doc = [member.name, member.doc] as const;
      const { fallback } = member;
      return fallback === undefined || isCode(fallback)
        ? [doc]
        : [doc, [`${member.name} @default`, fallback] as const];
    }),
  );
}

function routeTexts(): Texts {
  return new Map(
    from.routes.flatMap((route) => [
      [route.id, route.summary] as const,
      ...(route.description === "" ? [] : [[`${route.id} @description`, route.description] as const]),
    ]),
  );
}

/** The key is the English itself: the same words mean the same wherever the contract has them. */
function fieldTexts(): Texts {
  const fields = [
    ...from.schemas.flatMap((schema) => schema.fields),
    ...from.routes.flatMap(({ parameters, body, answer }) => [
      ...parameters,
      ...body.fields,
      ...answer.fields,
    ]),
  ];
  const docs = [...fields.map(({ doc }) => doc), ...from.schemas.map(({ doc }) => doc)];
  return new Map(docs.filter((doc) => doc !== "").map((doc) => [doc, doc] as const));
}

function changelogTexts(): Texts {
  const lines = from.changelog.flatMap(({ kinds }) => kinds.flatMap((kind) => kind.lines));
  return new Map(lines.map((line) => [line, line] as const));
}

/** A topic, if a page has the component that shows it. */
function shown(component: string, topic: string, texts: Texts): readonly (readonly [string, Texts])[] {
  return new RegExp(`<${component}\\b`, "u").test(from.pages) ? [[topic, texts]] : [];
}

/** Texts of which the code has only the keys. */
function owned(keys: readonly string[]): Texts {
  return new Map(keys.map((key) => [key, undefined] as const));
}

/** Each entry with its companions: `KEY`, `KEY @cure`. */
function paired<T>(
  rows: readonly T[],
  texts: (row: T) => readonly (readonly [string, string | undefined])[],
): Texts {
  return new Map(rows.flatMap((row) => texts(row)));
}

/** Every text that a table shows. */
const source: Source = new Map([
  ...from.typeNames.map((name) => [name, memberTexts(name)] as const),
  ...shown("Settings", "settings", new Map(from.settings.map(({ key, doc }) => [key, doc] as const))),
  ...shown("Routes", "routes", routeTexts()),
  ...shown("Schemas", "schemas", fieldTexts()),
  ...shown(
    "Reasons",
    "reasons",
    paired(from.reasons, ({ reason, means }) => [
      [reason, means],
      [`${reason} @cure`, undefined],
    ]),
  ),
  ...shown(
    "Frames",
    "frames",
    paired(from.frames, ({ name, rule }) => (rule === "" ? [] : [[name, rule]])),
  ),
  ...shown(
    "MessageFields",
    "message",
    paired(from.message, ({ name, shape }) => [[name, shape]]),
  ),
  ...shown(
    "Limits",
    "limits",
    paired(from.limits, ({ name, value }) => [
      [name, name],
      [`${name} @value`, value],
    ]),
  ),
  ...shown(
    "CloseCodes",
    "close-codes",
    paired(from.closes, ({ code, means, client }) => [
      [code, means],
      [`${code} @client`, client],
    ]),
  ),
  ...shown("Storage", "storage", owned(from.stored.flatMap(({ name }) => [name, `${name} @until`]))),
  ...shown("Changelog", "changelog", changelogTexts()),
  ["codes", owned(from.codes.flatMap((code) => [`${code} @cause`, `${code} @cure`]))] as const,
  ["words", owned(from.words)] as const,
]);

const catalogue = new Catalogue(path.join(from.docs, "src/reference"));
const say = catalogue.text.bind(catalogue);

/** The findings of the comparison of catalogues and code. */
export const findings: Findings = catalogue.check(source);

function tableMember(type: string, member: Member): TableMember {
  const { doc, fallback, ...bare } = member;
  const text = say(type, member.name, doc);
  if (fallback === undefined) {
    return { ...bare, text };
  }
  const same = { en: fallback, es: fallback, "pt-BR": fallback };
  return {
    ...bare,
    text,
    fallback: isCode(fallback) ? same : say(type, `${member.name} @default`, fallback),
  };
}

function tableField({ doc, ...field }: Field): TableField {
  return doc === "" ? field : { ...field, text: say("schemas", doc, doc) };
}

function tableContent({ fields, ...content }: Content): TableContent {
  return { ...content, fields: fields.map((field) => tableField(field)) };
}

function optional(topic: string, key: string, english: string): Text | undefined {
  return english === "" ? undefined : say(topic, key, english);
}

function routes(): Reference["routes"] {
  return from.routes.map(({ summary, description, parameters, body, answer, ...route }) => {
    const more = optional("routes", `${route.id} @description`, description);
    return {
      ...route,
      summary: say("routes", route.id, summary),
      ...(more === undefined ? {} : { description: more }),
      parameters: parameters.map(({ place, ...parameter }) => ({ ...tableField(parameter), place })),
      body: tableContent(body),
      answer: tableContent(answer),
    };
  });
}

function schemas(): Reference["schemas"] {
  return from.schemas.map(({ name, doc, fields }) => {
    const text = optional("schemas", doc, doc);
    return {
      name,
      ...(text === undefined ? {} : { text }),
      fields: fields.map((field) => tableField(field)),
    };
  });
}

function papers(): Pick<Reference, "frames" | "message" | "limits" | "closes" | "changelog"> {
  return {
    frames: Object.fromEntries(
      from.frames.map(({ section }) => [
        section,
        from.frames
          .filter((frame) => frame.section === section)
          .map(({ name, fields, rule }) => ({ name, fields, rule: say("frames", name, rule) })),
      ]),
    ),
    message: from.message.map(({ name, shape }) => ({ name, shape: say("message", name, shape) })),
    limits: from.limits.map(({ name, value }) => ({
      name: say("limits", name, name),
      value: say("limits", `${name} @value`, value),
    })),
    closes: from.closes.map(({ code, means, client }) => ({
      code,
      means: say("close-codes", code, means),
      client: say("close-codes", `${code} @client`, client),
    })),
    changelog: from.changelog.map(({ kinds, ...release }) => ({
      ...release,
      kinds: kinds.map(({ kind, lines }) => ({
        kind,
        lines: lines.map((line) => say("changelog", line, line)),
      })),
    })),
  };
}

function gather(): Reference {
  return {
    ...papers(),
    types: Object.fromEntries(
      from.typeNames.map((name) => [name, from.membersOf(name).map((member) => tableMember(name, member))]),
    ),
    settings: from.settings.map(({ doc, ...setting }) => ({
      ...setting,
      text: say("settings", setting.key, doc),
    })),
    routes: routes(),
    schemas: schemas(),
    reasons: from.reasons.map(({ means, ...reason }) => ({
      ...reason,
      means: say("reasons", reason.reason, means),
      cure: say("reasons", `${reason.reason} @cure`, undefined),
    })),
    stored: from.stored.map(({ name, ...kept }) => ({
      ...kept,
      why: say("storage", name, undefined),
      until: say("storage", `${name} @until`, undefined),
    })),
    codes: Object.fromEntries(
      from.codes.map((code) => [
        code,
        {
          cause: say("codes", `${code} @cause`, undefined),
          cure: say("codes", `${code} @cure`, undefined),
        },
      ]),
    ),
    words: Object.fromEntries(from.words.map((word) => [word, say("words", word, undefined)])),
  };
}

/** Writes what the pages read. */
export function writeReference(): void {
  const folder = path.join(from.docs, ".cache");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "reference.json"), JSON.stringify(gather()));
}

if (import.meta.main) {
  catalogue.update(source);
}
