import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkify, safeHref } from "./links";

function links(text: string): readonly string[] {
  return linkify(text).flatMap((piece) => (piece.kind === "link" ? [piece.href] : []));
}

describe("the links of a text", () => {
  test("are web addresses, mail addresses and telephone numbers with their scheme", () => {
    expect(links("see https://example.com/a?b=c#d or http://example.org")).toEqual([
      "https://example.com/a?b=c#d",
      "http://example.org/",
    ]);
    expect(links("write to ana.perez+shop@example.com")).toEqual(["mailto:ana.perez+shop@example.com"]);
    expect(links("call tel:+59121234567")).toEqual(["tel:+59121234567"]);
  });

  test("leave the punctuation of the sentence outside", () => {
    expect(links("Look at https://example.com/a.")).toEqual(["https://example.com/a"]);
    expect(links("(see https://example.com/a)")).toEqual(["https://example.com/a"]);
    expect(links("https://example.com/a_(b)")).toEqual(["https://example.com/a_(b)"]);
  });

  test.each([
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "{{constructor.constructor('x')()}}",
    "https://",
  ])("are never made of %s", (text) => {
    expect(links(text)).toEqual([]);
  });

  test("never change a character of the text", () => {
    const part = fc.constantFrom(
      "https://a.io/x",
      "a@b.co",
      " ",
      "(",
      ").",
      "javascript:",
      "é",
      "\n",
      "\u202E",
      "tel:",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string())), (parts) => {
        const text = parts.join("");
        expect(
          linkify(text)
            .map((piece) => piece.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });

  test("have one of four schemes whatever the text", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("https://a.io/", "javascript:", "data:", "tel:"),
        fc.string(),
        (url, rest) => {
          for (const href of links(`${rest} ${url}${rest} ${url}`)) {
            expect(href).toMatch(/^(?:https?|mailto|tel):/);
          }
        },
      ),
    );
  });
});

test("an address with another scheme, or none, is not followed", () => {
  expect(safeHref(" JavaScript:alert(1)")).toBeUndefined();
  expect(safeHref("/relative")).toBeUndefined();
  expect(safeHref("https://example.com/ä")).toBe("https://example.com/%C3%A4");
});
