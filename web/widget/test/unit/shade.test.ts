import { dark, light } from "@chask/design";
import { assert, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { shadeFor } from "../../src/panel/shade";

function luminance(parts: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = parts
    .map((part) => part / 255)
    .map((part) => (part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(shade: string, surface: string): number {
  const one = luminance((shade.match(/\d+/gu) ?? []).map(Number));
  const other = luminance((surface.match(/\w\w/gu) ?? []).map((part) => Number.parseInt(part, 16)));
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

test.each([light.surface, dark.surface])("any colour gets a shade that stands out from %s", (surface) => {
  const channel = integer({ min: 0, max: 255 });
  assert(
    property(channel, channel, channel, (...parts) => {
      const color = `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
      expect(contrast(shadeFor(color, surface), surface)).toBeGreaterThanOrEqual(4.5);
    }),
    { numRuns: 2000, seed: 7 },
  );
});

test("a colour that stands out already stays as it is", () => {
  expect(shadeFor("#3b5bdb", light.surface)).toBe("rgb(59,91,219)");
  expect(shadeFor("#fff", dark.surface)).toBe("rgb(255,255,255)");
});

test("a pale colour gets darker on a light surface, a deep one lighter on a dark surface", () => {
  expect(luminance((shadeFor("#ffd400", light.surface).match(/\d+/gu) ?? []).map(Number))).toBeLessThan(0.19);
  expect(luminance((shadeFor("#102a83", dark.surface).match(/\d+/gu) ?? []).map(Number))).toBeGreaterThan(
    0.2,
  );
});
