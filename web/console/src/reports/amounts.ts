import type { Locale } from "../shell/locale";

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

type Unit = "second" | "minute" | "hour" | "day";

const steps: readonly (readonly [Unit, number])[] = [
  ["day", day],
  ["hour", hour],
  ["minute", minute],
  ["second", 1],
];

/// A time of seconds in its two largest units: `42 sec`, `4 min 12 sec`, `3 hr 20 min`.
export function duration(seconds: number, locale: Locale): string {
  const whole = Math.round(seconds);
  const first = Math.max(
    0,
    steps.findIndex(([, size]) => whole >= size),
  );
  const parts: string[] = [];
  let left = whole;
  for (const [unit, size] of whole < 1 ? steps.slice(-1) : steps.slice(first, first + 2)) {
    const units = Math.floor(left / size);
    left -= units * size;
    if (units > 0 || parts.length === 0) {
      parts.push(new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short" }).format(units));
    }
  }
  return parts.join(" ");
}

/// A number as the language writes it.
export function amount(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
}

/// A share of 1 in percent.
export function percent(share: number, locale: Locale): string {
  const digits = share < 0.1 ? 1 : 0;
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: digits }).format(share);
}

/// How much more or less than before, as a share; undefined where there is nothing to compare with.
export function growth(now: number | undefined, before: number | undefined): number | undefined {
  return now === undefined || before === undefined || before === 0 ? undefined : now / before - 1;
}

const withYear = { year: "numeric" } as const;
const withWeekday = { ...withYear, weekday: "short" } as const;

/// A day such as `2026-11-25` as the language writes it in full.
export function dayText(iso: string, locale: Locale): string {
  return dateText(iso, locale, withWeekday);
}

/// The days below an axis; with their years where one might stand there twice.
export function dayTexts(rows: readonly { readonly day: string }[], locale: Locale): readonly string[] {
  return rows.map(({ day: iso }) => dateText(iso, locale, rows.length > 365 ? withYear : {}));
}

function dateText(iso: string, locale: Locale, more: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    ...more,
    timeZone: "UTC",
  }).format(new Date(`${iso}T00:00:00Z`));
}

/// The hour of a day, from 0, as the language writes it.
export function hourText(hourOfDay: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { hour: "numeric", timeZone: "UTC" }).format(
    new Date(hourOfDay * hour * 1000),
  );
}

/// The least round number that holds the largest value: the top of an axis. Half of a time is round as well.
export function ceiling(largest: number, time: boolean): number {
  if (time) {
    const rounds = [10, 30, 60, 120, 240, 600, 1200, 1800, 3600, 7200, 14_400, 21_600, 43_200, day];
    return rounds.find((round) => round >= largest) ?? Math.ceil(largest / (2 * day)) * 2 * day;
  }
  const scale = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, largest))));
  const round = [1, 2, 4, 5, 8, 10].find((factor) => factor * scale >= largest) ?? 10;
  return Math.max(2, round * scale);
}
