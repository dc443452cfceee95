import type { Hours, OrganizationSettings, Profile, Span } from "./api";
import type { TextKey } from "./texts";
import { spelled } from "./zones";

/// As it is written into the form. Hours stay there while they are switched off.
export interface Written {
  readonly name: string;
  readonly locales: readonly string[];
  /// Empty while none is named.
  readonly timeZone: string;
  readonly limited: boolean;
  readonly hours: Hours;
}

const workday = { from: "09:00", to: "18:00" } as const;

/// What somebody begins with who switches hours on: the usual week of an office.
export const usualHours: Hours = { week: [1, 2, 3, 4, 5].map((day) => ({ day, ...workday })), daysOff: [] };

export function write({ name, locales, timeZone = "", hours }: OrganizationSettings): Written {
  return { name, locales, timeZone, limited: hours !== undefined, hours: hours ?? usualHours };
}

/// What is wrong in the form. Spans by their place in the week's list.
export interface Faults {
  readonly name?: TextKey;
  readonly timeZone?: TextKey;
  readonly spans: ReadonlyMap<number, TextKey>;
  readonly daysOff?: TextKey;
}

export const noFaults: Faults = { spans: new Map() };

/// Midnight at the end of a day is written `00:00` by the browser's field.
export function endOf(written: string): string {
  return written === "00:00" ? "24:00" : written;
}

export function read(
  written: Written,
  zones: readonly string[],
): { readonly profile: Profile } | { readonly profile?: never; readonly faults: Faults } {
  const { name, locales, timeZone, limited, hours } = written;
  const zone = spelled(timeZone, zones);
  const spans = new Map(limited ? hours.week.flatMap((span, index) => faultOf(span, index, hours.week)) : []);
  const faults: Faults = {
    spans,
    ...(name.trim() === "" ? { name: "badName" } : {}),
    ...((limited || timeZone !== "") && zone === undefined ? { timeZone: "badZone" } : {}),
    ...(limited && hours.daysOff.some(({ date }) => date === "") ? { daysOff: "badDate" } : {}),
  };
  if (spans.size > 0 || Object.keys(faults).length > 1) {
    return { faults };
  }
  return {
    profile: {
      name: name.trim(),
      locales,
      ...(zone === undefined ? {} : { timeZone: zone }),
      ...(limited ? { hours } : {}),
    },
  };
}

function faultOf(span: Span, index: number, week: readonly Span[]): readonly (readonly [number, TextKey])[] {
  if (span.from === "" || span.to === "" || span.from >= span.to) {
    return [[index, "badSpan"]];
  }
  const overlaps = week.some(
    (other, place) => place < index && other.day === span.day && other.from < span.to && span.from < other.to,
  );
  return overlaps ? [[index, "overlap"]] : [];
}

function fullHour(hour: number): string {
  return `${String(hour).padStart(2, "0")}:00`;
}

/// Another span of a day, after those it has.
export function nextSpan(week: readonly Span[], day: number): Span {
  const last = week.filter((span) => span.day === day).at(-1);
  if (last === undefined) {
    return { day, ...workday };
  }
  const hour = Math.min(Number(last.to.slice(0, 2)) + 1, 23);
  return { day, from: fullHour(hour), to: fullHour(Math.min(hour + 3, 24)) };
}

/// The same spans on all days from Monday to Friday as on this one.
export function copied(week: readonly Span[], day: number): readonly Span[] {
  const pattern = week.filter((span) => span.day === day);
  const others = week.filter((span) => span.day > 5 && span.day !== day);
  const days = [1, 2, 3, 4, 5, ...(day > 5 ? [day] : [])];
  return [...days.flatMap((one) => pattern.map((span) => ({ ...span, day: one }))), ...others];
}
