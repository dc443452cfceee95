/**
 * The colour, or the nearest shade of it that stands out from a surface by 4.5:1 (WCAG 2.2, contrast ratio): darker on a
 * light surface, lighter on a dark one. Both colours are `#rgb` or `#rrggbb`.
 */
export function shadeFor(color: string, surface: string): string {
  const ground = luminance(partsOf(surface));
  const end = ground > 0.18 ? 0 : 255;
  const parts = partsOf(color);
  for (let share = 0; ; share += 0.05) {
    const shade = parts.map((part) => Math.round(part + (end - part) * share));
    const own = luminance(shade);
    if (share >= 1 || (Math.max(own, ground) + 0.05) / (Math.min(own, ground) + 0.05) >= 4.5) {
      return `rgb(${shade.join()})`;
    }
  }
}

function partsOf(color: string): readonly number[] {
  const parts = color.match(color.length < 7 ? /\w/gu : /\w\w/gu) ?? [];
  return parts.map((part) => Number.parseInt((part + part).slice(0, 2), 16));
}

function luminance(parts: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part < 10.4 ? part / 3295 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
