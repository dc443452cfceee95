import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decodeAgent, decodeClient, encode, text } from "../src/index";

const frames = new URL("../../../wire/frames/", import.meta.url);

function golden(folder: string): readonly (readonly [string, string])[] {
  const at = new URL(`${folder}/`, frames);
  return readdirSync(at).map((name) => [name, readFileSync(new URL(name, at), "utf8")] as const);
}

describe("every golden frame is read, and written as an equal value", () => {
  test.each(golden("server"))("server/%s", (_name, json) => {
    const decoded = decodeAgent(json);
    expect(decoded.ok).toBe(true);
    expect(decoded.ok && JSON.parse(encode(decoded.frame))).toEqual(JSON.parse(json));
  });

  test.each(golden("client"))("client/%s", (_name, json) => {
    const decoded = decodeClient(json);
    expect(decoded.ok).toBe(true);
    expect(decoded.ok && JSON.parse(encode(decoded.frame))).toEqual(JSON.parse(json));
  });
});

describe("a misbehaving client's frame is not taken for a good one, when its shape is what is wrong", () => {
  // Rules about text and counts are the server's; a shape says only what a field is.
  const rulesOfContent = /^(content-(blank|empty|nul|lone-surrogate|too-long)|too-many-attachments)\.json$/;
  const shapes = golden("invalid").filter(([name]) => !rulesOfContent.test(name));

  test.each(shapes)("invalid/%s", (_name, json) => {
    const parsed: unknown = JSON.parse(json);
    const written =
      typeof parsed === "object" && parsed !== null && "text" in parsed ? parsed.text : undefined;
    expect(text(written)).toBe(true);
    expect(decodeClient(written).ok).toBe(false);
  });
});
