import type { Key } from "../shell/locale";

/// A time to let a conversation rest until.
export interface SnoozeTime {
  readonly label: Key;
  readonly until: Date;
}

const morning = 9;

/// What is offered at this moment, in the agent's own time.
export function snoozeTimes(now: Date): readonly SnoozeTime[] {
  const hours = (count: number): Date => new Date(now.getTime() + count * 3_600_000);
  const day = (days: number): Date =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, morning);
  const monday = (8 - now.getDay()) % 7;
  return [
    { label: "snooze.hour", until: hours(1) },
    { label: "snooze.hours", until: hours(4) },
    { label: "snooze.tomorrow", until: day(1) },
    // On a Sunday it is tomorrow, on a Monday in a week.
    ...(monday <= 1 ? [] : [{ label: "snooze.monday", until: day(monday) } as const]),
    { label: "snooze.week", until: day(7) },
  ];
}

/// The server lets nothing rest for longer.
const longestDays = 365;

/// Between what times one can choose, and what is proposed: as `datetime-local` boxes have them, in the agent's own time.
export interface SnoozeRange {
  readonly first: string;
  readonly last: string;
  readonly proposed: string;
}

export function snoozeRange(now: Date): SnoozeRange {
  const after = (days: number, hour: number, minute: number): string =>
    inBox(new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour, minute));
  return {
    first: after(0, now.getHours(), now.getMinutes() + 1),
    last: after(longestDays, now.getHours(), now.getMinutes()),
    proposed: after(2, morning, 0),
  };
}

/// The time in a box; undefined where it is none to rest until.
export function chosenTime(value: string, { first, last }: SnoozeRange): Date | undefined {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value) && value >= first && value <= last
    ? new Date(value)
    : undefined;
}

function inBox(time: Date): string {
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day}T${two(time.getHours())}:${two(time.getMinutes())}`;
}

function two(part: number): string {
  return String(part).padStart(2, "0");
}
