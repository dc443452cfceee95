import { expect, test } from "vitest";
import { legibility } from "./contrast";

test("a dark colour takes white text and stays as it is on white", () => {
  const { shade, ...found } = legibility("#3b5bdb");
  expect(found.text).toBe("white");
  expect(found.onColor).toBeCloseTo(5.7, 0);
  expect(shade).toBeUndefined();
});

test("a bright colour takes black text and is darkened on white until it can be read", () => {
  const { text, onWhite, shade = "" } = legibility("#ffd43b");
  expect(text).toBe("black");
  expect(onWhite).toBeLessThan(2);
  expect(legibility(shade).onWhite).toBeGreaterThanOrEqual(4.5);
});

test("text on any colour reaches 4.5:1", () => {
  for (let grey = 0; grey < 256; grey++) {
    const part = grey.toString(16).padStart(2, "0");
    expect(legibility(`#${part}${part}${part}`).onColor).toBeGreaterThanOrEqual(4.5);
  }
});
