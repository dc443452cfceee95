/** Reads the public TypeScript types of the widget, so that the site's tables cannot differ from the code. */
import { readFileSync } from "node:fs";

import ts from "typescript";

/** A property or method of a public type, in the words of its doc comment. */
export interface Member {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
  readonly doc: string;
  readonly fallback?: string;
}

/** A public type: an interface with members, or a union whose words are its members. */
export interface PublicType {
  readonly name: string;
  readonly members: readonly Member[];
}

/** The interfaces and unions that the given files export. */
export function readTypes(files: readonly string[]): ReadonlyMap<string, PublicType> {
  const unions = shortUnions(files);
  const types = files.flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
    return source.statements.flatMap((statement) => publicType(statement, source));
  });
  return new Map(
    types.map(({ name, members }) => {
      const spelt = members.map((member) => ({ ...member, type: spellOut(member.type, unions) }));
      return [name, { name, members: spelt }];
    }),
  );
}

/** The type with the words of short unions in the place of their names, inside other types too. */
function spellOut(type: string, unions: ReadonlyMap<string, string>): string {
  return type.replaceAll(/\b[A-Z]\w+\b/gu, (name) => unions.get(name) ?? name);
}

/** The short unions, by name: a table shows their words rather than a name that explains nothing. */
function shortUnions(files: readonly string[]): ReadonlyMap<string, string> {
  const unions = files.flatMap((file) => {
    const code = readFileSync(file, "utf8").replaceAll(/\/\*\*.*?\*\//gsu, "");
    return [...code.matchAll(/export type (?<name>\w+) =(?<union>[^;]*);/gu)];
  });
  return new Map(
    unions.flatMap(({ groups }) => {
      const words = oneLine(groups?.["union"] ?? "").replace(/^\| /u, "");
      return /^(?:(?:"[^"]+"|string|number|boolean|null)(?: \| |$)){1,5}$/u.test(words)
        ? [[groups?.["name"] ?? "", words] as const]
        : [];
    }),
  );
}

function publicType(statement: ts.Statement, source: ts.SourceFile): readonly PublicType[] {
  if (ts.isInterfaceDeclaration(statement)) {
    const members = statement.members.flatMap((member) => memberOf(member, source));
    return [{ name: statement.name.text, members }];
  }
  if (ts.isTypeAliasDeclaration(statement)) {
    return [{ name: statement.name.text, members: wordsOf(statement, source) }];
  }
  return [];
}

/** The words of a union of strings; the doc comment of a word stands before its bar. */
function wordsOf(alias: ts.TypeAliasDeclaration, source: ts.SourceFile): readonly Member[] {
  const text = alias.type.getFullText(source);
  const words = text.matchAll(/\/\*\*(?<doc>(?:[^*]|\*(?!\/))*)\*\/\s*\|\s*"(?<word>[^"]+)"/gu);
  return [...words].map(({ groups }) => ({
    name: groups?.["word"] ?? "",
    type: "",
    optional: false,
    doc: oneLine((groups?.["doc"] ?? "").replaceAll(/^\s*\*/gmu, "")),
  }));
}

function memberOf(member: ts.TypeElement, source: ts.SourceFile): readonly Member[] {
  if (member.name === undefined) {
    return [];
  }
  const fallback = ts.getJSDocTags(member).find((tag) => tag.tagName.text === "default");
  const text = fallback === undefined ? "" : oneLine(ts.getTextOfJSDocComment(fallback.comment) ?? "");
  return [
    {
      name: member.name.getText(source),
      type: typeOf(member, source),
      optional: member.questionToken !== undefined,
      doc: docOf(member),
      ...(text === "" ? {} : { fallback: text }),
    },
  ];
}

/** One line, and without the `readonly` that says nothing to somebody who only reads the value. */
function typeOf(member: ts.TypeElement, source: ts.SourceFile): string {
  const name = member.name?.getText(source) ?? "";
  const text = ts.isPropertySignature(member) ? (member.type?.getText(source) ?? "") : member.getText(source);
  const signature = ts.isMethodSignature(member) ? text.slice(name.length) : text;
  return oneLine(signature.replaceAll(/\breadonly /gu, "").replace(/;$/u, ""));
}

function docOf(node: ts.Node): string {
  const docs = ts.getJSDocCommentsAndTags(node).filter((doc) => ts.isJSDoc(doc));
  return oneLine(docs.map((doc) => ts.getTextOfJSDocComment(doc.comment) ?? "").join(" "));
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}
