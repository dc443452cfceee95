import { expect, test } from "vitest";
import { Shelf } from "../../test/noticing";
import { createClaim } from "./claims";

test("a tab that cannot see yet what another has stored tells nothing a second time", async () => {
  const ends: (() => void)[] = [];
  // Each tab has a view of its own of the storage, as browsers give it for some milliseconds.
  const [first, second] = [new Shelf(), new Shelf()].map((view) =>
    createClaim("noticed", view, navigator.locks, (_, end) => void ends.push(end)),
  );
  expect(await first?.(["show:1", "show:2"])).toEqual(["show:1", "show:2"]);
  expect(await second?.(["show:2", "show:3"])).toEqual(["show:3"]);
  ends.forEach((end) => end());
});
