import { expect, it } from "vitest";
import { ceiling, dayText, dayTexts, duration, growth, percent } from "./amounts";

it("writes half of an axis of times in one unit", () => {
  for (let largest = 1; largest < 5_000_000; largest = Math.ceil(largest * 1.3)) {
    expect(duration(ceiling(largest, true) / 2, "en")).toMatch(/^\d+ \S+$/u);
  }
});

it("tells a time in its two largest units", () => {
  expect(duration(0.2, "en")).toBe("0 sec");
  expect(duration(42, "en")).toBe("42 sec");
  expect(duration(252, "en")).toBe("4 min 12 sec");
  expect(duration(3600, "en")).toBe("1 hr");
  expect(duration(12_000, "en")).toBe("3 hr 20 min");
  expect(duration(90_000, "en")).toBe("1 day 1 hr");
});

it("compares only with what there was", () => {
  expect(growth(3, 2)).toBe(0.5);
  expect(growth(3, 0)).toBeUndefined();
  expect(growth(undefined, 2)).toBeUndefined();
});

it("writes days and shares as the language does", () => {
  expect(dayText("2026-11-05", "en")).toBe("Thu, Nov 5, 2026");
  expect(dayTexts([{ day: "2026-11-05" }], "en")).toEqual(["Nov 5"]);
  expect(dayTexts([{ day: "2026-11-05" }], "es")).toEqual(["5 nov"]);
  expect(percent(0.034, "en")).toBe("3.4%");
});

it("tells the days of an axis apart also where it is longer than a year", () => {
  const rows = Array.from({ length: 366 }, (_, day) => ({
    day: new Date(Date.UTC(2025, 10, 25 + day)).toISOString().slice(0, 10),
  }));
  const texts = dayTexts(rows, "en");
  expect([texts[0], texts[365]]).toEqual(["Nov 25, 2025", "Nov 25, 2026"]);
  expect(new Set(texts).size).toBe(366);
});

it("ends an axis at a round number", () => {
  expect(ceiling(0, false)).toBe(2);
  expect(ceiling(37, false)).toBe(40);
  expect(ceiling(1001, false)).toBe(2000);
  expect(ceiling(61, true)).toBe(120);
  expect(ceiling(100_000, true)).toBe(172_800);
  expect(ceiling(200_000, true)).toBe(345_600);
});
