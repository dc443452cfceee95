import { expect, it } from "vitest";
import { averageOf, countOf, satisfiedOf, shareOf } from "./scores";

it("takes those for satisfied who chose one of the two best scores", () => {
  const counts = [1, 0, 2, 3, 4];
  expect(countOf(counts)).toBe(10);
  expect(satisfiedOf(counts)).toBe(7);
  expect(shareOf(counts)).toBe(0.7);
  expect(averageOf(counts)).toBe(3.9);
});

it("says nothing of nothing", () => {
  const none = [0, 0, 0, 0, 0];
  expect(shareOf(none)).toBeUndefined();
  expect(averageOf(none)).toBeUndefined();
});
