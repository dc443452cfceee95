/** Says whether a value of unknown origin is a `T`. Nothing else turns `unknown` into a type. */
export type Guard<T> = (value: unknown) => value is T;

/** Guards by field. */
export type Shape = Readonly<Record<string, Guard<unknown>>>;

/** No fields. */
// oxlint-disable-next-line typescript/no-empty-object-type -- as many are left out
export type Nothing = {};

type Guarded<G> = G extends Guard<infer T> ? T : never;

/** What a `shape` of these required and optional fields lets through. */
export type Shaped<R extends Shape, O extends Shape> = {
  readonly [K in keyof R]: Guarded<R[K]>;
} & { readonly [K in keyof O]?: Guarded<O[K]> };

export const text: Guard<string> = (value) => typeof value === "string";
export const flag: Guard<boolean> = (value) => typeof value === "boolean";
/** A whole number from 0. */
export const count: Guard<number> = (value): value is number => integer(value) && value >= 0;
export const integer: Guard<number> = (value): value is number => Number.isSafeInteger(value);
/** A moment as ISO 8601 text. */
export const time: Guard<string> = (value): value is string =>
  text(value) && !Number.isNaN(Date.parse(value));
export const record: Guard<Readonly<Record<string, unknown>>> = (
  value,
): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** One of these texts. */
export function oneOf<const T extends string>(...words: readonly T[]): Guard<T> {
  return (value): value is T => words.some((word) => word === value);
}

/** Each element is a `T`. */
export function listOf<T>(element: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(element);
}

/** Each own field's value is a `T`. */
export function mapOf<T>(element: Guard<T>): Guard<Readonly<Record<string, T>>> {
  return (value): value is Readonly<Record<string, T>> =>
    record(value) && Object.values(value).every(element);
}

/** An object with at least these fields; an optional one may be absent or undefined. Further fields do not matter. */
export function shape<const R extends Shape, const O extends Shape = Nothing>(
  required: R,
  optional?: O,
): Guard<Shaped<R, O>> {
  return (value): value is Shaped<R, O> =>
    record(value) &&
    Object.entries(required).every(([name, guard]) => guard(value[name])) &&
    Object.entries(optional ?? {}).every(([name, guard]) => value[name] === undefined || guard(value[name]));
}

/** The parsed text, with every `null` field left out (absent and null mean the same); undefined when it is not JSON. */
export function parse(json: string): unknown {
  try {
    return JSON.parse(json, (_key, value: unknown) => (value === null ? undefined : value));
  } catch {
    return undefined;
  }
}
