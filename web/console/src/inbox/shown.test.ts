import { expect, test } from "vitest";
import { decodeShown, readShown } from "./shown";

test("what a tab kept is shown again, and what is no view is not", () => {
  expect(decodeShown({ view: "mine", tag: "vip", team: "7", assignee: 3, more: true })).toEqual({
    view: "mine",
    tag: "vip",
    team: "7",
  });
  expect(decodeShown({ view: "elsewhere" })).toBeUndefined();
  expect(decodeShown("mine")).toBeUndefined();
  expect(decodeShown(null)).toBeUndefined();
  expect(readShown('{"view":"mine"}')).toEqual({ view: "mine" });
  expect(readShown("{")).toBeUndefined();
  expect(readShown(undefined)).toBeUndefined();
});

test("a view of one's own that was narrowed to a colleague is his among all", () => {
  expect(decodeShown({ view: "mine", assignee: "7", tag: "vip" })).toEqual({
    view: "all",
    assignee: "7",
    tag: "vip",
  });
  expect(decodeShown({ view: "resolved", assignee: "7" })).toEqual({ view: "resolved", assignee: "7" });
});
