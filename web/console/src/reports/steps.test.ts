import { expect, it } from "vitest";
import { shareOfLoaded } from "./steps";

it("says which part of the loaded pages came so far, and never more than all of them", () => {
  expect(shareOfLoaded(60, 400)).toBe(0.15);
  expect(shareOfLoaded(0, 400)).toBe(0);
  expect(shareOfLoaded(400, 400)).toBe(1);
  expect(shareOfLoaded(401, 400)).toBeUndefined();
  expect(shareOfLoaded(3, 0)).toBeUndefined();
});
