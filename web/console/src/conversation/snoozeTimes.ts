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
  const monday = (8 - now.getDay()) % 7 || 7;
  return [
    { label: "snooze.hour", until: hours(1) },
    { label: "snooze.hours", until: hours(4) },
    { label: "snooze.tomorrow", until: day(1) },
    ...(monday === 1 ? [] : [{ label: "snooze.monday", until: day(monday) } as const]),
    { label: "snooze.week", until: day(7) },
  ];
}
