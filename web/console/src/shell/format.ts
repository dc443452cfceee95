import type { Words } from "./words";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/// Making a format costs a hundred times its use, and a list uses it for each of its rows.
function kept<F, O>(make: (locale: string, options: O) => F): (locale: string, options: O) => F {
  const made = new Map<string, F>();
  return (locale, options) => {
    const key = locale + JSON.stringify(options);
    const format = made.get(key) ?? make(locale, options);
    made.set(key, format);
    return format;
  };
}

const dates = kept((locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options));
const numbers = kept((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));

/// Whole days from one local date to another; 0 on the same day.
export function daysBetween(earlier: Date, later: Date): number {
  const start = new Date(earlier.getFullYear(), earlier.getMonth(), earlier.getDate());
  const end = new Date(later.getFullYear(), later.getMonth(), later.getDate());
  return Math.round((end.getTime() - start.getTime()) / day);
}

/// How long ago, as short as a list needs it: `now`, `5m`, `3h`, `Yesterday`, `Mon`, `12 Mar`.
export function relativeTime(time: Date, now: Date, words: Words): string {
  const age = now.getTime() - time.getTime();
  if (age < minute) {
    return words.t("time.now");
  }
  if (age < hour) {
    return unit(Math.floor(age / minute), "minute", words);
  }
  const days = daysBetween(time, now);
  if (days === 0) {
    return unit(Math.floor(age / hour), "hour", words);
  }
  if (days === 1) {
    return words.t("time.yesterday");
  }
  return dateOf(time, now, days, words);
}

function unit(count: number, name: "minute" | "hour", words: Words): string {
  const format = { style: "unit", unit: name, unitDisplay: "narrow" } as const;
  return numbers(words.locale, format).format(count);
}

function dateOf(time: Date, now: Date, days: number, words: Words): string {
  if (days < 7) {
    return dates(words.locale, { weekday: "short" }).format(time);
  }
  const year = time.getFullYear() === now.getFullYear() ? {} : ({ year: "2-digit" } as const);
  return dates(words.locale, { day: "numeric", month: "short", ...year }).format(time);
}

/// The heading of a day in a thread.
export function dayLabel(time: Date, now: Date, words: Words): string {
  const days = daysBetween(time, now);
  if (days === 0) {
    return words.t("time.today");
  }
  if (days === 1) {
    return words.t("time.yesterday");
  }
  const year = time.getFullYear() === now.getFullYear() ? {} : ({ year: "numeric" } as const);
  const format = { weekday: "long", day: "numeric", month: "long", ...year } as const;
  return dates(words.locale, format).format(time);
}

/// Hour and minute.
export function clockTime(time: Date, words: Words): string {
  return dates(words.locale, { hour: "numeric", minute: "2-digit" }).format(time);
}

/// Date and time in full, for titles.
export function fullTime(time: Date, words: Words): string {
  return dates(words.locale, { dateStyle: "medium", timeStyle: "short" }).format(time);
}

/// Bytes as people say them: 1 kB is 1,000 bytes.
export function fileSize(bytes: number, words: Words): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const format = {
    style: "unit",
    unit: units[step] ?? "byte",
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits: step < 2 ? 0 : 1,
  } as const;
  return numbers(words.locale, format).format(bytes / 1000 ** step);
}

/// The name of a language tag in the reader's language; the tag itself where none is known.
export function languageName(tag: string, words: Words): string {
  try {
    return new Intl.DisplayNames(words.locale, { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
