import { expect, test } from "vitest";
import { snoozeTimes } from "./snoozeTimes";

test("tomorrow and Monday are mornings, and Monday is offered only where it is not tomorrow", () => {
  const wednesday = new Date(2026, 10, 25, 15, 30);
  const offered = new Map(snoozeTimes(wednesday).map(({ label, until }) => [label, until]));
  expect(offered.get("snooze.hour")).toEqual(new Date(2026, 10, 25, 16, 30));
  expect(offered.get("snooze.tomorrow")).toEqual(new Date(2026, 10, 26, 9));
  expect(offered.get("snooze.monday")).toEqual(new Date(2026, 10, 30, 9));
  const sunday = new Date(2026, 10, 29, 12);
  expect(snoozeTimes(sunday).map(({ label }) => label)).not.toContain("snooze.monday");
  const monday = new Date(2026, 10, 30, 12);
  const next = snoozeTimes(monday).find(({ label }) => label === "snooze.monday");
  expect(next?.until).toEqual(new Date(2026, 11, 7, 9));
});
