import type { QuietHours } from "./settings";

/// Whether the time lies in the quiet hours. They are read off the clock on the wall of their zone, so that they begin
/// and end at the same hour when that clock is put forward or back.
export function isQuiet({ on, from, to, zone }: QuietHours, now: Date): boolean {
  if (!on || from === to) {
    return false;
  }
  const minute = minuteOfDay(now, zone);
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

/// Minutes since midnight on the clock of a zone.
export function minuteOfDay(now: Date, zone: string): number {
  const format = new Intl.DateTimeFormat("en", {
    timeZone: zone,
    hour: "numeric",
    minute: "numeric",
    hourCycle: "h23",
  });
  const parts = new Map(format.formatToParts(now).map(({ type, value }) => [type, Number(value)]));
  return (parts.get("hour") ?? 0) * 60 + (parts.get("minute") ?? 0);
}

/// Whether the browser knows a time zone of this name.
export function isZone(value: unknown): value is string {
  try {
    return (
      typeof value === "string" && value !== "" && Intl.DateTimeFormat("en", { timeZone: value }) !== null
    );
  } catch {
    return false;
  }
}

/// Minutes since midnight as a field for times writes them: `07:30`.
export function clockOf(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

/// The minutes that such a field tells; undefined while it is incomplete.
export function minuteOf(clock: string): number | undefined {
  const [, hours, minutes] = /^(\d\d):(\d\d)/u.exec(clock) ?? [];
  return hours === undefined || minutes === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}
