import { expect, test } from "vitest";
import { decodeFilters, withFilter } from "./savedFilters";
import { countOf, filterOf } from "./views";

test("kept filters come back, and what does not fit is left out", () => {
  const kept = JSON.stringify([
    { name: "Billing", view: "all", tag: "billing" },
    { name: "", view: "all" },
    { name: "Broken", view: "elsewhere" },
    7,
  ]);
  expect(decodeFilters(kept)).toEqual([{ name: "Billing", shown: { view: "all", tag: "billing" } }]);
  expect(decodeFilters("{")).toEqual([]);
  expect(decodeFilters(null)).toEqual([]);
});

test("a filter of the same name takes the place of the one before", () => {
  const first = { name: "Today", shown: { view: "mine" } } as const;
  const second = { name: "Today", shown: { view: "unassigned" } } as const;
  expect(withFilter([first], second)).toEqual([second]);
});

test("a view is narrowed by tag and colleague, and what is resolved is not counted", () => {
  expect(filterOf({ view: "all", tag: "vip", assignee: "7" })).toEqual({
    status: "open",
    snoozed: false,
    tag: "vip",
    assignee: "7",
  });
  const counts = { mine: 1, unassigned: 2, open: 3, snoozed: 4, mentions: 5 };
  expect(countOf("all", counts)).toBe(3);
  expect(countOf("mentions", counts)).toBe(5);
  expect(countOf("resolved", counts)).toBeUndefined();
});
