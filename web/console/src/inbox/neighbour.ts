interface Row {
  readonly id: string;
}

/// Where somebody stands in a list.
interface Place<T extends Row> {
  readonly rows: readonly T[];
  readonly chosen: string | undefined;
  /// The list when it last held what is chosen.
  readonly seen: readonly Row[];
}

/// What a step from the chosen one leads to; undefined at the end. Where the chosen one has left the list, it stands
/// between those that were around it. With none chosen, or with one that never was in the list, the first.
export function neighbour<T extends Row>({ rows, chosen, seen }: Place<T>, step: 1 | -1): T | undefined {
  const place = rows.findIndex(({ id }) => id === chosen);
  if (place !== -1) {
    return rows[place + step];
  }
  const left = seen.findIndex(({ id }) => id === chosen);
  if (left === -1) {
    return rows[0];
  }
  const there = new Map(rows.map((row) => [row.id, row]));
  const around = step === 1 ? seen.slice(left + 1) : seen.slice(0, left).toReversed();
  const next = around.find(({ id }) => there.has(id));
  return next === undefined ? undefined : there.get(next.id);
}
