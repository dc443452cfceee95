/// The days of a report, as `2026-11-25`, in a time zone.
export interface Range {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
}

/// What can be chosen with one click: so many days up to today.
export const presets = [7, 30, 90] as const;

/// Most days that the server reports on at once.
export const mostDays = 400;

const dayPattern = /^\d{4}-\d\d-\d\d$/;

/// Today where the clocks show this zone's time.
export function today(now: Date, timeZone: string): string {
  // Sweden writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat("sv", { timeZone, dateStyle: "short" }).format(now);
}

/// So many days later.
export function addDays(day: string, days: number): string {
  const time = new Date(`${day}T00:00:00Z`);
  time.setUTCDate(time.getUTCDate() + days);
  return time.toISOString().slice(0, 10);
}

/// How many days from the first to the last; less than 1 when the last comes first.
export function daysOf({ from, to }: Pick<Range, "from" | "to">): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
}

/// Whether its figures still grow.
export function isGrowing({ to, timeZone }: Range, now: Date): boolean {
  return to >= today(now, timeZone);
}

/// Whether the server reports on it.
export function isRange(from: string, to: string): boolean {
  const days = dayPattern.test(from) && dayPattern.test(to) ? daysOf({ from, to }) : 0;
  return days >= 1 && days <= mostDays;
}

/// What an address names: `7`, `30`, `90`, or `2026-11-01_2026-11-25`; anything else is the 30 days up to the last one,
/// which is the zone's today.
export function rangeOf(named: string | undefined, last: string, timeZone: string): Range {
  const [from = "", to = ""] = named?.split("_") ?? [];
  if (isRange(from, to)) {
    return { from, to, timeZone };
  }
  return { from: addDays(last, 1 - (presetOf(named) ?? 30)), to: last, timeZone };
}

/// Which of the presets an address names; none when it names two days.
export function presetOf(named: string | undefined): number | undefined {
  const [from = "", to = ""] = named?.split("_") ?? [];
  return isRange(from, to) ? undefined : (presets.find((days) => String(days) === named) ?? 30);
}
