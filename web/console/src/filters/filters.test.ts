import { expect, test } from "vitest";
import { countOf, filterOf } from "../inbox/views";
import { isShown } from "./api";
import { decodeFilters } from "./local";

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

test("the filter that is shown is told apart from others, whatever the case of its tag", () => {
  const filter = { view: "all", tag: "Refund", team: "7" } as const;
  expect(isShown(filter, { view: "all", tag: "refund", team: "7" })).toBe(true);
  expect(isShown(filter, { view: "all", tag: "refund" })).toBe(false);
  expect(isShown(filter, { view: "mine", tag: "refund", team: "7" })).toBe(false);
});

test("a view is narrowed by tag and colleague, and what is resolved is not counted", () => {
  expect(filterOf({ view: "all", tag: "vip", assignee: "7" })).toEqual({
    status: "open",
    snoozed: false,
    tag: "vip",
    assignee: "7",
  });
  const counts = { mine: 1, unassigned: 2, open: 3, snoozed: 4, mentions: 5, unread: 6 };
  expect(countOf("all", counts)).toBe(3);
  expect(countOf("mentions", counts)).toBe(5);
  expect(countOf("resolved", counts)).toBeUndefined();
});
