/// What somebody has changed since `start`, upon what has come of it elsewhere: field by field, also of fields within a
/// field; a list is one field. A field that one of them lacks is undefined there.
export function merged<T extends object>(mine: T, start: T, theirs: T): T {
  const result = { ...theirs };
  const all = { ...mine, ...theirs };
  for (const name in all) {
    if (Object.hasOwn(all, name)) {
      result[name] = mergedField(mine[name], start[name], theirs[name]);
    }
  }
  return result;
}

function mergedField<V>(mine: V, start: V, theirs: V): V {
  if (hasFields(mine) && hasFields(start) && hasFields(theirs)) {
    return merged(mine, start, theirs);
  }
  return same(mine, start) ? theirs : mine;
}

function hasFields<V>(value: V): value is V & object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/// Whether two states of a form are the same.
export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
