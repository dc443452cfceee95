import { beforeEach, expect, test } from "vitest";
import { ben, me, ownRow, rowOf } from "../../test/noticing";
import type { News, ToldRow } from "./notices";
import type { Kind } from "./settings";
import { createStanding } from "./standing";

let closed: string[] = [];

beforeEach(() => {
  closed = [];
});

function shown(kind: Kind, row: ToldRow): ReturnType<typeof createStanding> {
  const standing = createStanding(me.id);
  const news: News = { key: kind, kind, row };
  standing.put(news, () => closed.push(kind));
  return standing;
}

test.each<readonly [string, Kind, ToldRow, ToldRow]>([
  ["a message that was read elsewhere", "mine", ownRow({ unread: 1 }), ownRow()],
  ["a message that a colleague has taken", "unassigned", rowOf(), rowOf({ assignee: ben })],
  ["what was resolved", "unassigned", rowOf(), rowOf({ status: "resolved" })],
  ["what was given to somebody else", "assigned", ownRow(), ownRow({ assignee: ben })],
  ["a mention that was seen", "mentions", rowOf({ mentioned: true }), rowOf()],
])("%s goes off the screen, once", (_, kind, row, now) => {
  const standing = shown(kind, row);
  standing.follow(row);
  standing.follow({ ...now, id: "another" });
  expect(closed).toEqual([]);
  standing.follow(now);
  standing.follow(now);
  expect(closed).toEqual([kind]);
});

test("what was assigned stays although nothing in it is unread, until it is looked at", () => {
  const standing = shown("assigned", ownRow());
  standing.follow(ownRow({ tags: ["urgent"] }));
  expect(closed).toEqual([]);
  standing.look("c1");
  expect(closed).toEqual(["assigned"]);
});
