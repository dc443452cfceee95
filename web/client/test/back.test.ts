import { expect, test } from "vitest";
import type { InboxFilter } from "../src/index";
import { awake, conversation, conversationsOf, frame, stage } from "./support/list";
import type { Stage } from "./support/list";

test("with a new connection as many rows are loaded again as there were, and those that have not changed stay", async () => {
  const { list, asked, state } = stage();
  void list.load({ status: "open" });
  await asked[0]?.answer(0, 50, "page 2");
  void list.more();
  await asked[1]?.answer(50, 50, "page 3");
  list.onFrame(frame(-1));
  const before = state().inbox;
  void list.reload();
  expect(asked[2]?.path).toContain("limit=100");
  await asked[2]?.answer(-1, 100, "page 2 now");
  expect(asked[3]?.path).toContain("cursor=page+2+now");
  await asked[3]?.answerWith([conversation(99, { unread: 2 })], "page 3 now");
  expect(state().inbox.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect(state().inbox.filter((row, place) => row !== before[place])).toMatchObject([
    { id: "c99", unread: 2 },
  ]);
  void list.more();
  expect(asked[4]?.path).toContain("cursor=page+3+now");
});

/** A list of 600 rows after a new connection: of 500 it is known how they are now, and c550 has come to the top. */
async function longListBack(): Promise<Stage> {
  const set = stage();
  const { list, asked } = set;
  void list.load({ status: "open" });
  await asked[0]?.answer(0, 600, "page 13");
  void list.reload();
  const moved = conversation(550, { activeAt: conversation(-1).activeAt, lastSequence: 2 });
  await asked[1]?.answerWith([moved, ...conversationsOf(0, 99)], "after 0");
  for (const part of [1, 2, 3, 4]) {
    // oxlint-disable-next-line no-await-in-loop -- each page is asked for with the end of the one before
    await asked[1 + part]?.answer(part * 100 - 1, 100, `after ${part}`);
  }
  expect(asked.splice(0)).toHaveLength(6);
  return set;
}

const numbers = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from }, (_, index) => `c${from + index}`);

test("of a very long list 500 rows are loaded again, and those behind them keep their place, each once", async () => {
  const { state } = await longListBack();
  const behind = [...numbers(0, 550), ...numbers(551, 600)];
  expect(state().inbox.map(({ id }) => id)).toEqual(["c550", ...behind]);
  expect(state()).toMatchObject({ inboxHistory: "more", inboxFresh: 500 });
});

test("what has left a very long list while the connection was away leaves it when its page is read again", async () => {
  const { list, asked, state } = await longListBack();
  list.onFrame({ ...frame(510), tags: ["vip"] });
  list.onFrame({ ...frame(511), status: "resolved" });
  void list.more();
  expect(asked[0]?.path).toContain("cursor=after+4&limit=100");
  const read = conversationsOf(499, 51).filter(({ id }) => id !== "c505" && id !== "c511");
  await asked[0]?.answerWith(read, "after 5");
  const left = numbers(0, 600).filter((id) => !["c505", "c511", "c550"].includes(id));
  expect(state().inbox.map(({ id }) => id)).toEqual(["c550", ...left]);
  expect(state().inbox.find(({ id }) => id === "c510")?.tags).toEqual([]);
  expect(state().inboxFresh).toBe(549);
  void list.more();
  await asked[1]?.answer(551, 10);
  expect(state()).toMatchObject({ inboxHistory: "complete", inboxFresh: 559 });
  expect(state().inbox.at(-1)?.id).toBe("c560");
});

test("where what there is ends within the rows that are loaded again, nothing stays behind them", async () => {
  const { list, asked, state } = stage();
  void list.load({ status: "open" });
  await asked[0]?.answer(0, 600, "page 13");
  void list.reload();
  await asked[1]?.answer(0, 30);
  expect(state().inbox).toHaveLength(30);
});

test("pages of a list that is not shown any more are dropped, also between two of them", async () => {
  const { list, asked, state } = stage();
  void list.load({ status: "open" });
  await asked[0]?.answer(0, 150);
  void list.reload();
  await asked[1]?.answer(0, 100, "page 2");
  void list.load({ status: "resolved" });
  await asked[2]?.answer(100, 50);
  expect(asked[2]?.path).toContain("status=open");
  await asked[3]?.answerWith([conversation(7, { status: "resolved" })]);
  expect(state().inbox.map(({ id }) => id)).toEqual(["c7"]);
});

/** A list that is shown and has its first connection. */
async function connected(filter: InboxFilter, first: readonly object[]): Promise<Stage> {
  const set = stage();
  void set.list.load(filter);
  await set.asked[0]?.answerWith(first);
  void set.list.reload();
  await set.asked[1]?.answerWith(first);
  expect(set.told).toEqual([]);
  expect(set.asked.splice(0)).toHaveLength(2);
  return set;
}

test("what concerns the agent beside his list is asked for when the connection is back, and told once", async () => {
  const { list, asked, told, loaded } = await connected({ ...awake, assignee: "me" }, []);
  list.onFrame(frame(5));
  expect(told.splice(0)).toEqual(["c5"]);
  void list.reload();
  await asked[0]?.answerWith([conversation(3, { assignee: { id: "agent", name: "Ada" } })]);
  expect(told.splice(0)).toEqual(["c3"]);
  expect(asked.slice(1).map(({ path }) => path.split("?")[1])).toEqual([
    "status=open&assignee=none&snoozed=false",
    "status=any&mentioned=true",
  ]);
  list.onFrame(frame(7));
  const mentioned = conversation(4, { mentioned: true, notes: 1 });
  await asked[1]?.answerWith([mentioned, conversation(5), conversation(6), conversation(7, { unread: 0 })]);
  await asked[2]?.answerWith([mentioned]);
  expect(told.splice(0)).toEqual(["c7", "c4", "c6"]);
  // The visitors see that their messages have come.
  expect(loaded.flat()).toContain("c6");
  void list.reload();
  await asked[3]?.answerWith([conversation(3, { assignee: { id: "agent", name: "Ada" } })]);
  await asked[4]?.answerWith([conversation(5, { lastSequence: 2 }), conversation(6)]);
  await asked[5]?.refuse();
  expect(told).toEqual(["c5"]);
});

test("where all that is open is shown back to what was known, only mentions are asked for besides", async () => {
  const { list, asked, told } = await connected(awake, [conversation(1), conversation(2)]);
  void list.reload();
  await asked[0]?.answerWith([conversation(0), conversation(1), conversation(2)], "page 2");
  expect(told).toEqual(["c0"]);
  expect(asked.slice(1).map(({ path }) => path.split("?")[1])).toEqual(["status=any&mentioned=true"]);
  await asked[1]?.answerWith([]);
  void list.reload();
  await asked[2]?.answer(-50, 50, "page 2");
  expect(asked).toHaveLength(6);
});

const busy = { code: "CONNECTION_ERROR", reason: "BUSY", retryable: true, retryAfterMs: 5_000 } as const;

test("a list that does not come with the new connection is asked for until it has, and what was missed is told", async () => {
  const { clock, list, asked, told, state } = await connected(awake, [conversation(1)]);
  list.reload().catch(() => undefined);
  await asked[0]?.refuse(busy);
  expect(state().inboxError).toEqual(new Error("refused"));
  await clock.advance(4_900);
  expect(asked).toHaveLength(1);
  await clock.advance(200);
  await asked[1]?.refuse({ code: "CONNECTION_ERROR", reason: "UNAVAILABLE", retryable: true });
  await clock.advance(2_000);
  await asked[2]?.answerWith([conversation(0), conversation(1)]);
  expect(state()).not.toHaveProperty("inboxError");
  expect(told).toEqual(["c0"]);
  await asked[3]?.answerWith([conversation(5, { mentioned: true })]);
  expect(told).toEqual(["c0", "c5"]);
  await clock.advance(60_000);
  expect(asked).toHaveLength(4);
});

test("a list besides that does not come is asked for again by itself, and what the stream tells meanwhile is newer", async () => {
  const { clock, list, asked, told } = await connected(awake, []);
  void list.reload();
  await asked[0]?.answerWith([]);
  await asked[1]?.refuse(busy);
  expect(asked).toHaveLength(2);
  await clock.advance(5_000);
  expect(asked[2]?.path).toBe(asked[1]?.path);
  list.onFrame(frame(4));
  await asked[2]?.answerWith([conversation(4, { unread: 0 }), conversation(5)]);
  expect(told).toEqual(["c4", "c5"]);
});

test("what a lost connection has asked for in vain is the next one's to ask", async () => {
  const { clock, list, asked } = await connected(awake, []);
  list.reload().catch(() => undefined);
  list.lost();
  await asked[0]?.refuse(busy);
  void list.reload();
  await asked[1]?.answerWith([]);
  list.lost();
  await asked[2]?.refuse(busy);
  await clock.advance(60_000);
  expect(asked).toHaveLength(3);
});

test("a refusal for good is not asked for again", async () => {
  const { clock, list, asked } = await connected(awake, []);
  list.reload().catch(() => undefined);
  await asked[0]?.refuse({ ...busy, retryable: false });
  await clock.advance(60_000);
  expect(asked).toHaveLength(1);
});

test("an empty list that the agent asks for in vain goes on being asked for by itself", async () => {
  const { clock, list, asked, state } = await connected(awake, []);
  list.reload().catch(() => undefined);
  await asked[0]?.refuse(busy);
  list.more().catch(() => undefined);
  await asked[1]?.refuse(busy);
  await clock.advance(6_000);
  await asked[2]?.answerWith([conversation(0)]);
  expect(state().inbox.map(({ id }) => id)).toEqual(["c0"]);
});

test("a client that stops while the first page is under way asks for nothing more", async () => {
  const { clock, list, asked } = stage();
  list.load(awake).catch(() => undefined);
  void list.reload();
  list.lost();
  await asked[0]?.refuse(busy);
  await clock.advance(60_000);
  expect(asked).toHaveLength(1);
});
