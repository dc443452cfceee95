import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { describe as sentence } from "../../src/session/describe";
import { sizeOf } from "../../src/extra/file";
import { describeFile } from "../../src/extra/words";
import { words as en } from "../../src/locales/en";

const folder = join(import.meta.dirname, "..", "..");

test("importing the package where there is no browser does nothing and breaks nothing", async () => {
  const { ChaskWidget } = await import(join(folder, "lib", "index.js"));
  expect(ChaskWidget.isOpen()).toBe(false);
  expect(ChaskWidget.getState()).toMatchObject({ ready: false, connection: "idle" });
  await expect(ChaskWidget.init({ apiKey: "k", organizationId: "o" })).rejects.toMatchObject({
    code: "AUTH_ERROR",
  });
});

test("the package's types need nothing else", () => {
  const types = readFileSync(join(folder, "lib", "index.d.ts"), "utf8");
  expect(types).toContain("export declare const ChaskWidget: ChaskWidgetApi;");
  expect(types).not.toMatch(/^import /mu);
});

test("every served script has its published hash", () => {
  const hashes: Readonly<Record<string, string>> = JSON.parse(
    readFileSync(join(folder, "dist", "integrity.json"), "utf8"),
  );
  expect(Object.keys(hashes)).toContain("widget.js");
  expect(Object.values(hashes).every((hash) => /^sha384-[\w+/]{64}$/u.test(hash))).toBe(true);
});

describe("words for errors", () => {
  test("a finer reason has its own sentence, any other that of its code", () => {
    expect(describeFile("en", "FILE_TOO_LARGE")).toBe("This file is too large.");
    expect(describeFile("en", "KEY_REVOKED")).toBeUndefined();
    expect(sentence(en, "SEND_ERROR", "RATE_LIMITED")).toBe(en.tooFast);
    expect(sentence(en, "AUTH_ERROR", "KEY_REVOKED")).toBe("The chat is not available on this page.");
    expect(sentence(en, "SEND_ERROR", "SOMETHING_NEW")).toBe("That did not work. Try again.");
  });
});

test.each([
  [0, "0 B"],
  [1023, "1023 B"],
  [1536, "1.5 kB"],
  [10_485_760, "10 MB"],
])("%i bytes are shown as %s", (bytes, text) => {
  expect(sizeOf(bytes)).toBe(text);
});
