import { expect, test } from "vitest";
import { groups } from "./data";
import { nextCell, rowsOf } from "./grid";
import { findEmojis } from "./search";

test("every emoji stands once, with a name in every language", () => {
  const all = groups.flatMap(({ emojis }) => emojis);
  expect(new Set(all.map(({ sign }) => sign)).size).toBe(all.length);
  const nameless = all.filter(({ words }) => Object.values(words).some((text) => text.trim() === ""));
  expect(nameless).toEqual([]);
});

test("emojis are found in three languages, without accents, those called so first", () => {
  expect(findEmojis("gracias", "es").map(({ sign }) => sign)).toContain("🙏");
  expect(findEmojis("obrigado", "en").map(({ sign }) => sign)).toContain("🙏");
  expect(findEmojis("corazon roj", "es")[0]?.sign).toBe("❤️");
  expect(findEmojis("parcel", "en")[0]?.sign).toBe("📦");
  expect(findEmojis("nothing like it", "en")).toEqual([]);
});

test("arrow keys walk from row to row, and up from the first", () => {
  const lengths = rowsOf([1, 2, 3, 4, 5], 3).map((row) => row.length);
  expect(lengths).toEqual([3, 2]);
  expect(nextCell({ row: 0, column: 2 }, "ArrowRight", lengths)).toEqual({ row: 1, column: 0 });
  expect(nextCell({ row: 1, column: 0 }, "ArrowLeft", lengths)).toEqual({ row: 0, column: 2 });
  expect(nextCell({ row: 0, column: 2 }, "ArrowDown", lengths)).toEqual({ row: 1, column: 1 });
  expect(nextCell({ row: 1, column: 1 }, "ArrowDown", lengths)).toEqual({ row: 1, column: 1 });
  expect(nextCell({ row: 0, column: 0 }, "ArrowLeft", lengths)).toEqual({ row: 0, column: 0 });
  expect(nextCell({ row: 0, column: 1 }, "ArrowUp", lengths)).toBe("before");
  expect(nextCell({ row: 1, column: 0 }, "End", lengths)).toEqual({ row: 1, column: 1 });
  expect(nextCell({ row: 1, column: 0 }, "a", lengths)).toBeUndefined();
});
