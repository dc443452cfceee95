/// The conversation that a step from the chosen one leads to; undefined at the end. With none chosen, or with one that
/// is not in the list, the first.
export function neighbour(
  rows: readonly { readonly id: string }[],
  chosen: string | undefined,
  step: 1 | -1,
): string | undefined {
  const place = rows.findIndex((row) => row.id === chosen);
  return place === -1 ? rows[0]?.id : rows[place + step]?.id;
}
