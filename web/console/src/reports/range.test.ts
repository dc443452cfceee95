import { afterEach, expect, it, vi } from "vitest";
import { addDays, daysOf, isGrowing, isRange, presetOf, rangeOf, today } from "./range";

afterEach(() => void vi.unstubAllEnvs());

const now = new Date("2026-11-25T03:30:00Z");

it("knows which day it is where the reader is", () => {
  expect(today(now, "UTC")).toBe("2026-11-25");
  expect(today(now, "America/Lima")).toBe("2026-11-24");
});

it("knows whether the figures of a period still grow", () => {
  const from = "2026-11-01";
  expect(isGrowing({ from, to: "2026-11-24", timeZone: "UTC" }, now)).toBe(false);
  expect(isGrowing({ from, to: "2026-11-24", timeZone: "America/Lima" }, now)).toBe(true);
  expect(isGrowing({ from, to: "2026-11-25", timeZone: "UTC" }, now)).toBe(true);
  expect(isGrowing({ from, to: "2026-12-31", timeZone: "UTC" }, now)).toBe(true);
});

it.each([
  { browser: "America/New_York", organization: "Asia/Tokyo", day: "2026-11-25" },
  { browser: "Asia/Manila", organization: "America/Lima", day: "2026-11-24" },
])("ends with today in $organization for a reader in $browser", ({ browser, organization, day }) => {
  vi.stubEnv("TZ", browser);
  expect(rangeOf("7", today(now, organization), organization)).toMatchObject({
    from: addDays(day, -6),
    to: day,
  });
});

it("counts days over months and changing clocks", () => {
  expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
  expect(daysOf({ from: "2026-10-20", to: "2026-11-05" })).toBe(17);
});

it("reads the days of an address, and is lenient with what is none", () => {
  expect(rangeOf("7", "2026-11-25", "UTC")).toEqual({
    from: "2026-11-19",
    to: "2026-11-25",
    timeZone: "UTC",
  });
  expect(rangeOf("2026-01-01_2026-01-31", "2026-11-25", "UTC")).toMatchObject({
    from: "2026-01-01",
    to: "2026-01-31",
  });
  for (const named of [undefined, "12", "2026-02-01_2026-01-01", "2020-01-01_2026-01-01"]) {
    expect(rangeOf(named, "2026-11-25", "UTC")).toMatchObject({ from: "2026-10-27", to: "2026-11-25" });
  }
  expect(presetOf("2026-01-01_2026-01-31")).toBeUndefined();
  expect(presetOf("90")).toBe(90);
  expect(isRange("2026-01-01", "")).toBe(false);
});
