import { expect, test } from "vitest";
import { pageTitle } from "./title";

test("the title carries the unread count while something waits", () => {
  expect(pageTitle("Conversations", 0)).toBe("Conversations · Chask");
  expect(pageTitle("Ana", 3)).toBe("(3) Ana · Chask");
  expect(pageTitle("Ana", 100)).toBe("(99+) Ana · Chask");
});
