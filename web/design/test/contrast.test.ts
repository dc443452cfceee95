import { describe, expect, test } from "vitest";
import { dark, light, type Colors } from "../src/tokens.ts";

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, contrast ratio. */
function contrast(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

const surfaces = ["ground", "surface", "sunken", "raised"] as const satisfies readonly (keyof Colors)[];

describe.each([
  ["light", light],
  ["dark", dark],
] as const)("in the %s theme", (_, colors) => {
  test.each(["text", "muted", "danger", "success", "warning"] as const)(
    "%s can be read on every surface",
    (role) => {
      for (const surface of surfaces) {
        expect(contrast(colors[role], colors[surface])).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  test("text on the accent and on a note can be read", () => {
    expect(contrast(colors.onAccent, colors.accent)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colors.text, colors.note)).toBeGreaterThanOrEqual(4.5);
  });

  test("the edges of controls and the accent can be told from the surface", () => {
    expect(contrast(colors.edge, colors.surface)).toBeGreaterThanOrEqual(3);
    expect(contrast(colors.accent, colors.surface)).toBeGreaterThanOrEqual(3);
  });
});
