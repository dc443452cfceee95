import { parse, record, shape, text } from "./guard";
import type { Guard, Nothing, Shape, Shaped } from "./guard";

/**
 * A frame, or why there is none: `json` it is no JSON object with a text `type`, `type` a frame of a later version,
 * `shape` a known frame with a missing or mistyped field.
 */
export type Decoded<F> =
  | { readonly ok: true; readonly frame: F }
  | { readonly ok: false; readonly why: "json" | "type" | "shape" };

/** Reads one frame with the guard its `type` names. Never throws. */
export function read<F>(json: unknown, guards: Readonly<Record<string, Guard<F>>>): Decoded<F> {
  const value = text(json) ? parse(json) : undefined;
  const type = record(value) ? value["type"] : undefined;
  if (!text(type)) {
    return { ok: false, why: "json" };
  }
  const guard = Object.hasOwn(guards, type) ? guards[type] : undefined;
  if (guard === undefined) {
    return { ok: false, why: "type" };
  }
  return guard(value) ? { ok: true, frame: value } : { ok: false, why: "shape" };
}

/** The fields beside `type`, for a frame that `read` has chosen by it. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- told by what the result is assigned to
export function body<const T extends string, const R extends Shape, const O extends Shape = Nothing>(
  required: R,
  optional?: O,
): Guard<{ readonly type: T } & Shaped<R, O>> {
  const fields = shape(required, optional);
  return (value): value is { readonly type: T } & Shaped<R, O> => fields(value);
}
