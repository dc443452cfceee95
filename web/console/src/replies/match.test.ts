import { expect, test } from "vitest";
import { matching, questionAt } from "./match";

test("a slash at the beginning of a word asks, up to the caret", () => {
  expect(questionAt("/", 1)).toEqual({ start: 0, words: "" });
  expect(questionAt("Hi /ship", 8)).toEqual({ start: 3, words: "ship" });
  expect(questionAt("Hi /ship", 5)).toEqual({ start: 3, words: "s" });
  expect(questionAt("a\n/re fund", 10)).toEqual({ start: 2, words: "re fund" });
});

test("other slashes do not", () => {
  expect(questionAt("and/or", 6)).toBeUndefined();
  expect(questionAt("https://a", 9)).toBeUndefined();
  expect(questionAt("a / b", 4)).toBeUndefined();
  expect(questionAt("/a\nb", 4)).toBeUndefined();
  expect(questionAt("1/2", 2)).toBeUndefined();
  expect(questionAt(`/${"x".repeat(41)}`, 42)).toBeUndefined();
});

const replies = [
  { id: "1", name: "Opening hours", texts: { en: "We are here from 9 to 5." } },
  {
    id: "2",
    name: "Refund",
    texts: { en: "Your money is on its way.", es: "La devolución está en camino." },
  },
  { id: "3", name: "Our hours", texts: { en: "Ask for a refund at any time." } },
];

test("names that begin so come first, then words of names, then texts", () => {
  expect(matching(replies, "REF").map(({ id }) => id)).toEqual(["2", "3"]);
  expect(matching(replies, "hours").map(({ id }) => id)).toEqual(["1", "3"]);
  expect(matching(replies, "devolucion camino").map(({ id }) => id)).toEqual(["2"]);
  expect(matching(replies, "").map(({ id }) => id)).toEqual(["1", "2", "3"]);
  expect(matching(replies, "nothing")).toEqual([]);
});
