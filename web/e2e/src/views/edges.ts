import type { Page } from "playwright-core";

type Color = readonly [red: number, green: number, blue: number];

/** What a box looks like: its own ground, its edge's colour where it has one, and what is around it. */
interface Box {
  readonly html: string;
  readonly own: Color;
  readonly edge: Color | null;
  readonly around: Color;
}

/**
 * The boxes to type into or to choose from, and the switches, that cannot be told from what is around them, neither by their edge nor by
 * their ground: less than 3:1 (WCAG 2.2, 1.4.11). axe measures the contrast of text only.
 */
export async function faintEdges(page: Page, within = "body"): Promise<readonly string[]> {
  const boxes = await page.evaluate(boxesOf, within);
  return boxes.flatMap(({ html, own, edge, around }) => {
    const best = Math.max(contrast(own, around), contrast(edge ?? around, around));
    return best >= 3 ? [] : [`${best.toFixed(2)}:1 ${html}`];
  });
}

/** As WCAG 2.2 defines it. */
function contrast(one: Color, other: Color): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

function luminance(color: Color): number {
  const [red = 0, green = 0, blue = 0] = color
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Runs in the page: colours may be mixed, which only the browser can read. */
function boxesOf(within: string): readonly Box[] {
  const paint = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const colorOf = (color: string): readonly number[] => {
    if (paint === null) {
      throw new Error("no canvas");
    }
    paint.clearRect(0, 0, 1, 1);
    paint.fillStyle = color;
    paint.fillRect(0, 0, 1, 1);
    return [...paint.getImageData(0, 0, 1, 1).data];
  };
  const groundOf = (element: Element | null): Color => {
    for (let each = element; each !== null; each = each.parentElement) {
      const [red = 0, green = 0, blue = 0, alpha = 0] = colorOf(getComputedStyle(each).backgroundColor);
      if (alpha === 255) {
        return [red, green, blue];
      }
    }
    return [255, 255, 255];
  };
  const look = (box: Element): Box => {
    // The box itself, or what gives it its look: hardly higher than it.
    const highest = box.getBoundingClientRect().height + 24;
    let frame: Element | null = box;
    while (frame !== null && Number.parseFloat(getComputedStyle(frame).borderBottomWidth) === 0) {
      const parent: Element | null = frame.parentElement;
      frame = parent !== null && parent.getBoundingClientRect().height <= highest ? parent : null;
    }
    const [red = 0, green = 0, blue = 0] = colorOf(
      frame === null ? "" : getComputedStyle(frame).borderBottomColor,
    );
    return {
      html: box.outerHTML.slice(0, 200),
      own: groundOf(box),
      edge: frame === null ? null : [red, green, blue],
      around: groundOf((frame ?? box).parentElement),
    };
  };
  const kinds = ["checkbox", "radio", "file", "hidden", "range"].map((type) => `[type="${type}"]`).join();
  return [
    ...document.querySelectorAll(
      `:is(${within}) :is(select, textarea, input:not(${kinds}), .mantine-Switch-track)`,
    ),
  ]
    .filter((box) => box.checkVisibility({ checkVisibilityCSS: true }) && !box.matches(":disabled"))
    .map(look);
}
