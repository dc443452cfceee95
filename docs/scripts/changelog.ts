/** Reads the changelog of the repository, which the site shows in three languages. */
import { readFileSync } from "node:fs";

/** One version, with its lines by kind ("Added", "Fixed" …). */
export interface Release {
  readonly version: string;
  /** ISO 8601; absent while the version is not released. */
  readonly date?: string;
  readonly kinds: readonly { readonly kind: string; readonly lines: readonly string[] }[];
}

/** The versions, the newest first. */
export function readChangelog(file: string): readonly Release[] {
  return readFileSync(file, "utf8")
    .split(/^## /mu)
    .slice(1)
    .map((section) => {
      const [, version = "", date] = /^\[?([^\]\s]+)\]?(?: - (\d{4}-\d{2}-\d{2}))?/u.exec(section) ?? [];
      return { version, ...(date === undefined ? {} : { date }), kinds: kindsOf(section) };
    });
}

function kindsOf(section: string): Release["kinds"] {
  return section
    .split(/^### /mu)
    .slice(1)
    .map((part) => {
      const [kind = "", ...rest] = part.split("\n");
      const lines = rest
        .join("\n")
        .split(/^- /mu)
        .slice(1)
        .map((line) => line.replaceAll(/\s+/gu, " ").trim());
      return { kind: kind.trim(), lines };
    });
}
