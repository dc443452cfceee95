/// Where the keyboard stands in a grid whose rows may be of different length.
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/// Cuts a list into rows.
export function rowsOf<T>(items: readonly T[], columns: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / columns) }, (_, row) =>
    items.slice(row * columns, (row + 1) * columns),
  );
}

/// The cell that a key leads to; undefined when the key is none of the grid's. `lengths`: of the rows.
export function nextCell(
  { row, column }: Cell,
  key: string,
  lengths: readonly number[],
): Cell | "before" | undefined {
  const length = lengths[row] ?? 0;
  switch (key) {
    case "ArrowRight":
      return column + 1 < length ? { row, column: column + 1 } : within(row + 1, 0, lengths);
    case "ArrowLeft":
      return column > 0 ? { row, column: column - 1 } : within(row - 1, Infinity, lengths);
    case "ArrowDown":
      return within(row + 1, column, lengths);
    case "ArrowUp":
      return row === 0 ? "before" : within(row - 1, column, lengths);
    case "Home":
      return { row, column: 0 };
    case "End":
      return { row, column: Math.max(0, length - 1) };
    default:
      return undefined;
  }
}

function within(row: number, column: number, lengths: readonly number[]): Cell {
  const fit = Math.min(Math.max(0, row), Math.max(0, lengths.length - 1));
  const last = Math.max(0, (lengths[fit] ?? 1) - 1);
  // Beyond the ends one stays where one is.
  return { row: fit, column: row < 0 ? 0 : row >= lengths.length ? last : Math.min(column, last) };
}
