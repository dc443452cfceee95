import { light } from "@chask/design";

/// WCAG 2.2, 1.4.3.
const enough = 4.5;

function parts(color: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

function luminance(color: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) =>
    part / 255 <= 0.040_45 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(one: readonly number[], other: readonly number[]): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

function hex(color: readonly number[]): string {
  return `#${color.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/// What the widget makes of a colour, so that it can be read.
export interface Legibility {
  /// The text on it.
  readonly text: "white" | "black";
  /// Contrast of that text; at least 4.5.
  readonly onColor: number;
  /// Contrast of the colour itself on a white window.
  readonly onWhite: number;
  /// The darker shade that stands in for it on white; absent where the colour itself can be read there.
  readonly shade?: string;
}

/// `color` is `#rrggbb`. The same steps as the widget takes.
export function legibility(color: string): Legibility {
  const own = parts(color);
  const [white, black] = [ratio(own, [255, 255, 255]), ratio(own, [0, 0, 0])];
  const ground = parts(light.surface);
  let shade = own;
  for (let share = 0.05; ratio(shade, ground) < enough && share <= 1; share += 0.05) {
    const left = 1 - share;
    shade = own.map((part) => Math.round(part * left));
  }
  return {
    text: white > black ? "white" : "black",
    onColor: Math.max(white, black),
    onWhite: ratio(own, ground),
    ...(shade === own ? {} : { shade: hex(shade) }),
  };
}
