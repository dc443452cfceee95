import { describe, expect, test } from "vitest";
import { piecesOf } from "../../src/thread/links";

const hrefs = (text: string): readonly (string | undefined)[] =>
  piecesOf(text).flatMap(({ href }) => (href ? [href] : []));

describe("addresses in a text", () => {
  test.each([
    ["see https://a.example/x?y=1#z.", ["https://a.example/x?y=1#z"]],
    ["(https://a.example)", ["https://a.example"]],
    ["https://en.example/wiki/Bee_(insect)", ["https://en.example/wiki/Bee_(insect)"]],
    ["write to ana@a.example, please", ["mailto:ana@a.example"]],
    ["mailto:ana@a.example and tel:+34600111222", ["mailto:ana@a.example", "tel:+34600111222"]],
    ["javascript:alert(1) data:text/html,x vbscript:x file:///etc/passwd", []],
    ["https://", []],
    ["no address here", []],
  ])("%s", (text, expected) => {
    expect(hrefs(text)).toEqual(expected);
  });

  test("no letter is lost", () => {
    const text = "a https://a.example/. b me@a.example! <b>c</b>";
    expect(
      piecesOf(text)
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text);
  });
});
