import type { Reference, TableMember } from "../../scripts/shape.ts";
import type { Text } from "../../scripts/catalogue.ts";
import json from "../../.cache/reference.json" with { type: "json" };

/** What the tables show, gathered from the code before the build. */
export const reference: Reference = json;

/** The texts of one language. */
export interface Say {
  readonly text: (text: Text) => string;
  readonly word: (key: string) => string;
  readonly members: (type: string) => readonly TableMember[];
  /** Whether the HTTP contract has an object of this name. */
  readonly isObject: (name: string) => boolean;
}

/** Gives the texts for the language of a page. */
export function say(lang: string | undefined): Say {
  const text = (texts: Text): string => (lang === "es" || lang === "pt-BR" ? texts[lang] : texts.en);
  return {
    text,
    word: (key) => text(found(reference.words[key], key)),
    members: (type) => found(reference.types[type], type),
    isObject: (name) => reference.schemas.some((schema) => schema.name === name),
  };
}

function found<T>(value: T | undefined, key: string): T {
  if (value === undefined) {
    throw new Error(`The reference has no ${key}`);
  }
  return value;
}

/** A plain sentence as HTML: escaped, and what stands between back quotes as code. */
export function marked(text: string, code = false): string {
  const html = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  if (code && /^(?:&quot;|"|true|false|\d)/u.test(text)) {
    return `<code>${html}</code>`;
  }
  return html.replaceAll(/`([^`]+)`/gu, "<code>$1</code>").replaceAll(/\*(\p{L}+)\*/gu, "<em>$1</em>");
}

/** The anchor of an error's reason. */
export function anchorOf(reason: string): string {
  return reason.toLowerCase().replaceAll("_", "-");
}

/** The anchor of an object of the HTTP contract. */
export function objectAnchor(name: string): string {
  return `object-${name.toLowerCase()}`;
}
