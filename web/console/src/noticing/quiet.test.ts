import { expect, test } from "vitest";
import { clockOf, isQuiet, isZone, minuteOf } from "./quiet";

const night = { on: true, from: 22 * 60, to: 7 * 60, zone: "America/New_York" };

function quietAt(time: string, hours: typeof night = night): boolean {
  return isQuiet(hours, new Date(time));
}

test("quiet hours go on over midnight and end in the morning", () => {
  expect(quietAt("2026-01-16T02:59:00Z")).toBe(false);
  expect(quietAt("2026-01-16T03:00:00Z")).toBe(true);
  expect(quietAt("2026-01-16T11:59:00Z")).toBe(true);
  expect(quietAt("2026-01-16T12:00:00Z")).toBe(false);
});

test("quiet hours within one day leave its ends alone", () => {
  const noon = { ...night, from: 12 * 60, to: 13 * 60, zone: "UTC" };
  expect(["11:59", "12:00", "12:59", "13:00"].map((at) => quietAt(`2026-01-16T${at}:00Z`, noon))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test("they end at the same hour of the wall clock after it was put forward", () => {
  // In the night to the 8th of March the clocks of New York skip from 2 to 3: 7 o'clock is an hour earlier.
  expect(quietAt("2026-03-08T10:59:00Z")).toBe(true);
  expect(quietAt("2026-03-08T11:00:00Z")).toBe(false);
});

test("they last through the hour that comes twice when the clock is put back", () => {
  const hour = { ...night, from: 60, to: 2 * 60 };
  expect(quietAt("2026-11-01T05:30:00Z", hour)).toBe(true);
  expect(quietAt("2026-11-01T06:30:00Z", hour)).toBe(true);
  expect(quietAt("2026-11-01T07:00:00Z", hour)).toBe(false);
});

test("midnight itself is the first minute of the day", () => {
  expect(quietAt("2026-01-16T05:00:00Z", { ...night, from: 0, to: 1 })).toBe(true);
});

test("without a length, or switched off, nothing is quiet", () => {
  expect(quietAt("2026-01-16T05:00:00Z", { ...night, from: 60, to: 60 })).toBe(false);
  expect(quietAt("2026-01-16T05:00:00Z", { ...night, on: false })).toBe(false);
});

test("the zone decides, not the browser", () => {
  expect(quietAt("2026-01-16T23:00:00Z", { ...night, zone: "Asia/Tokyo" })).toBe(false);
  expect(quietAt("2026-01-16T14:00:00Z", { ...night, zone: "Asia/Tokyo" })).toBe(true);
});

test("a time is written and read as its field does", () => {
  expect(clockOf(7 * 60 + 5)).toBe("07:05");
  expect(minuteOf("23:59")).toBe(23 * 60 + 59);
  expect(minuteOf("")).toBeUndefined();
});

test("a zone that no browser knows is none", () => {
  expect(isZone("America/Sao_Paulo")).toBe(true);
  expect(isZone("Mars/Olympus")).toBe(false);
  expect(isZone(7)).toBe(false);
});
