import { expect, test } from "vitest";
import { boxOf } from "./imageBox";

test("a large picture is fitted in its own form", () => {
  expect(boxOf(1600, 1200)).toEqual({ width: 320, height: 240 });
  expect(boxOf(3200, 800)).toEqual({ width: 320, height: 80 });
});

test("a small picture keeps its size, down to what a finger can hit", () => {
  expect(boxOf(100, 80)).toEqual({ width: 100, height: 80 });
  expect(boxOf(1, 1)).toEqual({ width: 48, height: 48 });
});

test("a picture of unknown size gets a fixed box, so that nothing shifts when it loads", () => {
  expect(boxOf(undefined, undefined)).toEqual({ width: 320, height: 240 });
  expect(boxOf(0, 10)).toEqual({ width: 320, height: 240 });
});
