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
