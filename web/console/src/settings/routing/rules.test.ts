import { expect, test } from "vitest";
import { faultsOf, read, write, type Written } from "./rules";

const written: Written = { mode: "manual", capacity: "10", away: "5", giveBack: "" };

test("an empty time to give back means never", () => {
  expect(read(written)).toEqual({ mode: "manual", capacity: 10, awayAfterMinutes: 5 });
  expect(write({ mode: "manual", capacity: 10, awayAfterMinutes: 5 })).toEqual(written);
});

test("what is no whole number of the range is a fault", () => {
  expect(faultsOf({ ...written, capacity: "-1", away: "0", giveBack: "x" })).toEqual([
    "capacity",
    "away",
    "giveBack",
  ]);
  expect(read({ ...written, away: "1.5" })).toBeUndefined();
});
