import { expect, test } from "vitest";
import { neighbour } from "./neighbour";

const rows = [{ id: "a" }, { id: "b" }, { id: "c" }];

test("a step leads to the next or the previous conversation", () => {
  expect(neighbour(rows, "b", 1)).toBe("c");
  expect(neighbour(rows, "b", -1)).toBe("a");
});

test("the list does not turn around at its ends", () => {
  expect(neighbour(rows, "c", 1)).toBeUndefined();
  expect(neighbour(rows, "a", -1)).toBeUndefined();
});

test("with none chosen, or one that has left the list, a step leads to the first", () => {
  expect(neighbour(rows, undefined, 1)).toBe("a");
  expect(neighbour(rows, "z", -1)).toBe("a");
  expect(neighbour([], undefined, 1)).toBeUndefined();
});
