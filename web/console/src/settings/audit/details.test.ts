import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { locales } from "../../shell/locale";
import { wordsOf } from "../../shell/words";
import { detailsOf } from "./details";
import { actions, detailTexts, texts } from "./texts";

const java = join(import.meta.dirname, "../../../../../server/src/main/java/io/chask");

function source(...path: readonly string[]): string {
  return readFileSync(join(java, ...path), "utf8");
}

/// All that the pattern finds in a text, by its first group.
function found(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, group = ""]) => group);
}

/// The constants of an enum, as the server writes them.
function constants(path: readonly string[], name: string): readonly string[] {
  const body = source(...path).split(`enum ${name} {`)[1] ?? "";
  return found(body, /^\s+([A-Z_]+)[,;(\n]/gmu).map((constant) => constant.toLowerCase());
}

/// The sources that write into the log, and those that help them to.
const writers = readdirSync(java, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".java"))
  .map((path) => source(path))
  .filter((text) => /new AuditEntry\(|Map<String, String> details\(\)/u.test(text));

/// The names of details, where they are put together.
const names = new Set(
  writers.flatMap((text) => [
    // Those of a statement of SQL are bound by a map, too.
    ...found(text, /(?<!names = )Map\.of\(([^;]*);/gu).flatMap((rest) => found(rest, /"(\w+)",/gu)),
    ...found(text, /details\.put\("(\w+)"/gu),
  ]),
);

function told(action: string, name: string, value: string, locale: (typeof locales)[number] = "en") {
  return detailsOf({ action, details: { [name]: value } }, wordsOf(locale))[0]?.value;
}

/// What the server may write as the value of a detail, by its name.
const values: Readonly<Record<string, readonly string[]>> = {
  by: [
    ...found(source("account", "Sessions.java"), / begin\([^;]*"([^"]+)"\);/gu),
    ...found(source("account", "InvitationTable.java"), /KIND = "([^"]+)"/gu),
  ],
  reason: found(source("account", "RefusedSignIns.java"), /^\s+[A-Z_]+\("([^"]+)"\)/gmu),
  mode: [
    ...constants(["identity", "IdentityMode.java"], "IdentityMode"),
    ...constants(["routing", "RoutingSettings.java"], "Mode"),
  ],
  enabled: ["true", "false"],
  hours: ["true", "false"],
  requireSecondFactor: ["true", "false"],
};

const parts = found(source("organization", "WidgetSettings.java"), /parts\.put\("(\w+)"/gu);

describe("of what the server writes into the log", () => {
  test("every action has words and can be looked for", () => {
    const codes = found(source("audit", "Action.java"), /^\s+[A-Z_]+\("([^"]+)"\)/gmu);
    expect(codes.length).toBeGreaterThan(40);
    expect(codes.filter((code) => !actions.some((action) => action === code))).toEqual([]);
  });

  test("every name of a detail has words", () => {
    expect([...names]).toEqual(
      expect.arrayContaining(["by", "ending", "hours", "conversations", "issuer", "quota"]),
    );
    expect([...names].filter((name) => !detailTexts.some((key) => key === `name.${name}`))).toEqual([]);
  });

  test("every value out of a fixed set has words, in all languages", () => {
    expect(Object.values(values).map((list) => list.length)).toEqual([3, 4, 5, 2, 2, 2]);
    for (const [name, list] of Object.entries(values)) {
      for (const locale of locales) {
        const words: Readonly<Record<string, string>> = texts[locale];
        expect(list.map((value) => told("", name, value, locale))).toEqual(
          list.map((value) => words[`value.${value}`]),
        );
      }
    }
  });

  test("each part of the widget that was changed is told in words", () => {
    expect(parts).toHaveLength(10);
    for (const locale of locales) {
      const words: Readonly<Record<string, string>> = texts[locale];
      expect(told("widget.changed", "changed", parts.join(" "), locale)).toBe(
        parts.map((part) => words[`part.${part}`]).join(", "),
      );
      expect(parts.filter((part) => words[`part.${part}`] === undefined)).toEqual([]);
    }
  });

  test("roles are told in words, and what an admin wrote is not taken for one", () => {
    for (const role of constants(["account", "Role.java"], "Role")) {
      expect(told("agent.added", "role", role, "es")).not.toBe(role);
      expect(told("agent.role_changed", "to", role, "es")).not.toBe(role);
      expect(told("tag.renamed", "to", role, "es")).toBe(role);
    }
    expect(told("reply.added", "name", "true", "es")).toBe("true");
  });

  test("languages, times and amounts are told as people say them", () => {
    expect(told("organization.changed", "locales", "en pt-BR", "es")).toBe("inglés, portugués de Brasil");
    expect(told("key.retiring", "until", "2026-11-25T10:00:00Z", "es")).toMatch(/^25 nov 2026/u);
    expect(told("attachments.changed", "maxSize", "10485760")).toBe("10 MB");
    expect(told("attachments.changed", "quota", "0")).toBe("no limit");
    expect(told("routing.changed", "giveBackAfterMinutes", "")).toBe("never");
    expect(told("agent.capacity_changed", "capacity", "")).toBe("as everybody");
  });

  test("a list without members is left out", () => {
    const details = { added: "https://a.example https://b.example", removed: "" };
    expect(detailsOf({ action: "origins.changed", details }, wordsOf("en"))).toEqual([
      { name: "added", value: "https://a.example, https://b.example" },
    ]);
  });
});
