import { expect, test } from "vitest";
import { neighbour } from "./neighbour";

const rows = [{ id: "a" }, { id: "b" }, { id: "c" }];

function step(chosen: string | undefined, by: 1 | -1, now = rows): string | undefined {
  return neighbour({ rows: now, chosen, seen: rows }, by)?.id;
}

test("a step leads to the next or the previous conversation", () => {
  expect(step("b", 1)).toBe("c");
  expect(step("b", -1)).toBe("a");
});

test("the list does not turn around at its ends", () => {
  expect(step("c", 1)).toBeUndefined();
  expect(step("a", -1)).toBeUndefined();
});

test("with none chosen, or one that never was in the list, a step leads to the first", () => {
  expect(step(undefined, 1)).toBe("a");
  expect(step("z", -1)).toBe("a");
  expect(step(undefined, 1, [])).toBeUndefined();
});

test("one that has left the list keeps its place between those that were around it", () => {
  const now = [{ id: "new" }, { id: "a" }, { id: "c" }];
  expect(step("b", 1, now)).toBe("c");
  expect(step("b", -1, now)).toBe("a");
  expect(step("b", 1, [{ id: "a" }])).toBeUndefined();
  expect(step("c", 1, now.slice(0, 2))).toBeUndefined();
});
