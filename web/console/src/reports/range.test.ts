import { expect, it } from "vitest";
import { addDays, daysOf, isRange, presetOf, rangeOf, today } from "./range";

const now = new Date("2026-11-25T03:30:00Z");

it("knows which day it is where the reader is", () => {
  expect(today(now, "UTC")).toBe("2026-11-25");
  expect(today(now, "America/Lima")).toBe("2026-11-24");
});

it("counts days over months and changing clocks", () => {
  expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
  expect(daysOf({ from: "2026-10-20", to: "2026-11-05" })).toBe(17);
});

it("reads the days of an address, and is lenient with what is none", () => {
  expect(rangeOf("7", now, "UTC")).toEqual({ from: "2026-11-19", to: "2026-11-25", timeZone: "UTC" });
  expect(rangeOf("2026-01-01_2026-01-31", now, "UTC")).toMatchObject({
    from: "2026-01-01",
    to: "2026-01-31",
  });
  for (const named of [undefined, "12", "2026-02-01_2026-01-01", "2020-01-01_2026-01-01"]) {
    expect(rangeOf(named, now, "UTC")).toMatchObject({ from: "2026-10-27", to: "2026-11-25" });
  }
  expect(presetOf("2026-01-01_2026-01-31")).toBeUndefined();
  expect(presetOf("90")).toBe(90);
  expect(isRange("2026-01-01", "")).toBe(false);
});
