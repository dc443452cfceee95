import { expect, test } from "vitest";
import { chosenTime, snoozeRange, snoozeTimes } from "./snoozeTimes";

test("tomorrow and Monday are mornings, and Monday is offered only where no other choice is the same", () => {
  const wednesday = new Date(2026, 10, 25, 15, 30);
  const offered = new Map(snoozeTimes(wednesday).map(({ label, until }) => [label, until]));
  expect(offered.get("snooze.hour")).toEqual(new Date(2026, 10, 25, 16, 30));
  expect(offered.get("snooze.tomorrow")).toEqual(new Date(2026, 10, 26, 9));
  expect(offered.get("snooze.monday")).toEqual(new Date(2026, 10, 30, 9));
  const sunday = new Date(2026, 10, 29, 12);
  expect(snoozeTimes(sunday).map(({ label }) => label)).not.toContain("snooze.monday");
  const monday = new Date(2026, 10, 30, 12);
  expect(snoozeTimes(monday).map(({ label }) => label)).not.toContain("snooze.monday");
});

test("no two of the offered times are the same, whatever the day", () => {
  for (let day = 23; day < 30; day++) {
    const times = snoozeTimes(new Date(2026, 10, day, 12)).map(({ until }) => until.getTime());
    expect(new Set(times).size).toBe(times.length);
  }
});

test("a time of one's own lies between the next minute and a year from now", () => {
  const range = snoozeRange(new Date(2026, 10, 25, 15, 59, 30));
  expect(range).toEqual({
    first: "2026-11-25T16:00",
    last: "2027-11-25T15:59",
    proposed: "2026-11-27T09:00",
  });
  expect(chosenTime("2026-12-24T18:30", range)).toEqual(new Date(2026, 11, 24, 18, 30));
  expect(chosenTime("2026-11-25T15:59", range)).toBeUndefined();
  expect(chosenTime("2027-11-25T16:00", range)).toBeUndefined();
  expect(chosenTime("", range)).toBeUndefined();
});
