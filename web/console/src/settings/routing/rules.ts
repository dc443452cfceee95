import type { Mode, RoutingRules } from "./api";

/// The rules as they are written into the form.
export interface Written {
  readonly mode: Mode;
  readonly capacity: string;
  readonly away: string;
  readonly giveBack: string;
}

export interface Range {
  readonly least: number;
  readonly most: number;
}

export type NumberField = "capacity" | "away" | "giveBack";

/// openapi.yaml, RoutingSettings.
export const ranges: Readonly<Record<NumberField, Range>> = {
  capacity: { least: 0, most: 1000 },
  away: { least: 1, most: 1440 },
  giveBack: { least: 1, most: 10_080 },
};

export function write({ mode, capacity, awayAfterMinutes, giveBackAfterMinutes }: RoutingRules): Written {
  return {
    mode,
    capacity: String(capacity),
    away: String(awayAfterMinutes),
    giveBack: giveBackAfterMinutes === undefined ? "" : String(giveBackAfterMinutes),
  };
}

/// A whole number within the range; undefined for anything else.
export function numberIn(text: string, { least, most }: Range): number | undefined {
  const trimmed = text.trim();
  const number = /^\d{1,6}$/u.test(trimmed) ? Number(trimmed) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}

/// The fields whose text is no number that fits; empty where all do.
export function faultsOf({ capacity, away, giveBack }: Written): readonly NumberField[] {
  const written = { capacity, away, giveBack };
  return (["capacity", "away", "giveBack"] as const).filter(
    (field) =>
      !(field === "giveBack" && giveBack.trim() === "") &&
      numberIn(written[field], ranges[field]) === undefined,
  );
}

/// What is to be saved; undefined while something does not fit.
export function read(written: Written): RoutingRules | undefined {
  const capacity = numberIn(written.capacity, ranges.capacity);
  const awayAfterMinutes = numberIn(written.away, ranges.away);
  if (capacity === undefined || awayAfterMinutes === undefined || faultsOf(written).length > 0) {
    return undefined;
  }
  const giveBackAfterMinutes = numberIn(written.giveBack, ranges.giveBack);
  return {
    mode: written.mode,
    capacity,
    awayAfterMinutes,
    ...(giveBackAfterMinutes === undefined ? {} : { giveBackAfterMinutes }),
  };
}
