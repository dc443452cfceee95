/** Makes an element with attributes; children that are strings become text, never markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** A button; one that shows only an icon gets its name as `aria-label`. */
export function button(
  attributes: Readonly<Record<string, string>>,
  press: () => void,
  ...children: readonly (Node | string)[]
): HTMLButtonElement {
  const made = el("button", { type: "button", ...attributes }, ...children);
  made.addEventListener("click", press);
  return made;
}

/** A line drawing of one path on Lucide's grid of 24 units. */
export function icon(shape: string): SVGElement {
  const space = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(space, "svg");
  const path = document.createElementNS(space, "path");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  path.setAttribute("d", shape);
  drawing.append(path);
  return drawing;
}

/** One line of a list: what it is called, and a mark that changes when it has to be drawn anew. */
export interface Keyed {
  readonly key: string;
  readonly mark: string;
}

/**
 * Keeps the children of `parent` in line with a list of rows, touching only what has changed. The result is called with
 * each new list.
 */
export function keyedList<R extends Keyed>(
  parent: Element,
  draw: (row: R) => Element,
): (rows: readonly R[]) => void {
  let held = new Map<string, { readonly mark: string; readonly node: Element }>();
  return (rows) => {
    const drawn = rows.map((row) => {
      const old = held.get(row.key);
      return [row.key, old?.mark === row.mark ? old : { mark: row.mark, node: draw(row) }] as const;
    });
    const nodes = new Set(drawn.map(([, { node }]) => node));
    for (const { node } of held.values()) {
      if (!nodes.has(node)) {
        node.remove();
      }
    }
    let place = parent.firstElementChild;
    for (const node of nodes) {
      if (node === place) {
        place = place.nextElementSibling;
      } else {
        parent.insertBefore(node, place);
      }
    }
    held = new Map(drawn);
  };
}
