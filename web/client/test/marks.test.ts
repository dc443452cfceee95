import { expect, test } from "vitest";
import { openTexts, textShelf } from "../src/vault/texts";
import { receivedMarks } from "../src/visitor/marks";
import { openTab } from "./support/browser";
import { fakeClock } from "./support/clock";
import { TestServer } from "./support/server";

test("an old answer does not lower the mark, so nothing is told again", async () => {
  const clock = fakeClock();
  const { environment } = openTab({ clock, network: new TestServer(clock) });
  const shelf = textShelf(openTexts(environment, "memory"), undefined);
  const marks = receivedMarks({ ...shelf, list: () => Promise.resolve([]) }, "key");
  expect(await marks.begin("conversation", 5, false)).toBe(5);
  expect(await marks.advance("conversation", 7)).toBe(5);
  expect(await marks.begin("conversation", 6, false)).toBe(6);
  expect(await marks.advance("conversation", 7)).toBe(7);
  expect(await marks.begin("conversation", 3, true)).toBe(3);
  expect(await marks.advance("conversation", 4)).toBe(3);
});
