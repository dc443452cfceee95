import { expect, test } from "vitest";
import { best, scoreOf } from "./fuzzy";

const all = ["Resolve", "Reply", "Snooze: Tomorrow morning", "Transfer to Peña", "Show all conversations"];

function found(typed: string): readonly string[] {
  return best(typed, all, (text) => text);
}

test("the beginning of a text comes before a word within, and letters in order come last", () => {
  expect(best("rep", ["Trepid", "A reply", "Reply", "Recap"], (text) => text)).toEqual([
    "Reply",
    "A reply",
    "Trepid",
    "Recap",
  ]);
});

test("accents and case make no difference", () => {
  expect(found("pena")).toEqual(["Transfer to Peña"]);
  expect(found("PEÑA")).toEqual(["Transfer to Peña"]);
});

test("each word that was typed must be found, in any order", () => {
  expect(found("morning snooze")).toEqual(["Snooze: Tomorrow morning"]);
  expect(found("morning resolve")).toEqual([]);
});

test("letters of a word in their order are enough, letters of a sentence are not", () => {
  expect(found("rslv")).toEqual(["Resolve"]);
  expect(scoreOf("vlsr", "Resolve")).toBeUndefined();
  expect(scoreOf("rv", "Resolve")).toBeUndefined();
  expect(scoreOf("away", "Answer the last message by quoting it")).toBeUndefined();
});

test("nothing typed leaves everything as it is", () => {
  expect(found(" ")).toEqual(all);
});
