import { unchanged } from "./inbox";
import type { KeptRow } from "./inbox";

/** More than change while a connection is away for a while. What is forgotten is told once more, which does no harm. */
const most = 2_000;

/** What was told of conversations, whether the list holds them or not. */
export interface News {
  readonly know: (rows: readonly KeptRow[]) => void;
  /** Those that are not known as they are, nor as they were later; they are known from now on. */
  readonly take: (rows: readonly KeptRow[]) => readonly KeptRow[];
}

export function createNews(): News {
  const known = new Map<string, KeptRow>();

  const know = (rows: readonly KeptRow[]): void => {
    for (const row of rows) {
      // What was told last is forgotten last.
      known.delete(row.id);
      known.set(row.id, row);
    }
    for (const id of known.keys()) {
      if (known.size <= most) {
        break;
      }
      known.delete(id);
    }
  };
  const isNew = (row: KeptRow): boolean => {
    const before = known.get(row.id);
    return (
      before === undefined || (before.lastSequence <= row.lastSequence && unchanged(before, row) === row)
    );
  };

  return {
    know,
    take: (rows) => {
      const fresh = rows.filter((row) => isNew(row));
      know(fresh);
      return fresh;
    },
  };
}
