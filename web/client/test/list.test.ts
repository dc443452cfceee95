import { expect, test } from "vitest";
import { conversation, frame, settled, stage } from "./support/list";

test("a list that stands at its end and asks for more at each change asks the server once", async () => {
  const { list, asked, state } = stage();
  void list.load({ status: "open" });
  await asked[0]?.answer(0, 50, "page 2");
  void list.more();
  void list.more();
  void list.more();
  expect(asked.map(({ path }) => path.includes("cursor"))).toEqual([false, true]);
  await asked[1]?.answer(50, 50, "page 3");
  expect(state().inbox).toHaveLength(100);
  void list.more();
  expect(asked).toHaveLength(3);
});

test("what changes without a row having changed leaves the rows and their list as they were", async () => {
  const { list, asked, state } = stage();
  void list.load({ status: "open" });
  await asked[0]?.answer(0, 50, "page 2");
  const before = state();
  void list.more();
  const loading = state();
  expect(loading.inboxHistory).toBe("loading");
  expect(loading.inbox).toBe(before.inbox);
  void list.reload();
  await asked[2]?.answer(0, 50, "page 2");
  expect(state().inbox).toBe(before.inbox);
});

test("a page that could not be loaded is asked for again when the list wants it", async () => {
  const { list, asked, state } = stage();
  void list.load({ status: "open" });
  await asked[0]?.answer(0, 50, "page 2");
  const failed = list.more().catch(() => "failed");
  await asked[1]?.refuse();
  expect(await failed).toBe("failed");
  expect(state().inboxHistory).toBe("more");
  expect(state().inboxError).toEqual(new Error("refused"));
  void list.more();
  await asked[2]?.answer(50, 10);
  expect(state()).toMatchObject({ inboxHistory: "complete" });
  expect(state()).not.toHaveProperty("inboxError");
  expect(state().inbox).toHaveLength(60);
});

test("a list whose first rows could not be loaded tells why, and loads them when it is asked for more", async () => {
  const { list, asked, state, told } = stage();
  void list.load({ status: "open" });
  await asked[0]?.answer(0, 1);
  list.load({ status: "resolved" }).catch(() => undefined);
  await asked[1]?.refuse();
  expect(state()).toMatchObject({ inbox: [], inboxHistory: "unknown", inboxError: new Error("refused") });
  void list.more();
  void list.more();
  expect(state()).toMatchObject({ inboxHistory: "loading", inboxError: new Error("refused") });
  await asked[2]?.answerWith([conversation(1, { status: "resolved" })]);
  expect(asked).toHaveLength(3);
  expect(state().inbox.map(({ id }) => id)).toEqual(["c1"]);
  expect(told).toEqual([]);
  list.load({ status: "resolved", tag: "vip" }).catch(() => undefined);
  await asked[3]?.refuse();
  void list.load({ status: "open" });
  expect(state()).not.toHaveProperty("inboxError");
});

test("rows that could not be loaded again stay, and what was missed is told once they have come", async () => {
  const { list, asked, state, told } = stage();
  void list.load({ status: "open" });
  await asked[0]?.answer(0, 2);
  void list.reload();
  await asked[1]?.answer(0, 2);
  list.reload().catch(() => undefined);
  await asked.at(-1)?.refuse();
  expect(state().inbox).toHaveLength(2);
  expect(state().inboxError).toEqual(new Error("refused"));
  void list.more();
  await asked.at(-1)?.answer(-1, 3);
  expect(state()).not.toHaveProperty("inboxError");
  expect(told).toEqual(["c-1"]);
});

test("each page's rows are told as loaded once, not with every page that follows", async () => {
  const { list, asked, loaded } = stage();
  void list.load({ status: "open" });
  await asked[0]?.answer(0, 2, "page 2");
  void list.more();
  await asked[1]?.answer(2, 2);
  expect(loaded).toEqual([
    ["c0", "c1"],
    ["c2", "c3"],
  ]);
});

test("a connection that comes before the very first page does not make the agent wait for a second one", async () => {
  const { list, asked, state } = stage();
  void list.load({ status: "open" });
  void list.reload();
  await settled();
  expect(asked).toHaveLength(1);
  await asked[0]?.answer(0, 50);
  expect(state().inbox).toHaveLength(50);
  expect(asked).toHaveLength(2);
  await asked[1]?.answer(0, 51);
  expect(state().inbox).toHaveLength(51);
});

test("a conversation stays in the list of mentions while the agent is in it", async () => {
  const { list, asked, state, watched } = stage();
  void list.load({ status: "any", mentioned: true });
  await asked[0]?.answerWith([1, 2].map((number) => conversation(number, { mentioned: true })));
  watched.add("c1");
  list.onFrame(frame(1));
  list.onFrame(frame(3));
  expect(state().inbox).toMatchObject([
    { id: "c1", mentioned: false },
    { id: "c2", mentioned: true },
  ]);
  list.onFrame(frame(2));
  expect(state().inbox.map(({ id }) => id)).toEqual(["c1"]);
  watched.delete("c1");
  list.leave("c1");
  expect(state().inbox).toEqual([]);
});

test("a late answer to one's own wish does not overwrite what the stream has told after it", async () => {
  const { list, asked, state } = stage();
  void list.load({ status: "open" });
  await asked[0]?.answer(0, 2);
  const work = { tags: [], notes: 0, events: 7, mentioned: false };
  const [ada, bob] = [
    { id: "ada", name: "Ada" },
    { id: "bob", name: "Bob" },
  ];
  list.onFrame({ ...frame(1), events: 8, assignee: bob });
  list.noteWork("c1", { ...work, assignee: ada });
  expect(state().inbox[1]).toMatchObject({ id: "c1", events: 8, assignee: bob });
  list.onFrame({ ...frame(1), events: 8, notes: 2, assignee: bob });
  list.noteWork("c1", { ...work, events: 8, notes: 1, assignee: ada });
  expect(state().inbox[1]).toMatchObject({ notes: 2, assignee: bob });
  list.noteWork("c1", { ...work, events: 9, notes: 2, assignee: ada });
  expect(state().inbox[1]).toMatchObject({ events: 9, assignee: ada });
});

test("the work that is known of a conversation the list does not hold is not overwritten by an earlier one", () => {
  const { list } = stage();
  const work = { tags: [], notes: 0, mentioned: false };
  list.noteWork("c1", { ...work, events: 2 });
  list.noteWork("c1", { ...work, events: 1 });
  expect(list.work().get("c1")).toMatchObject({ events: 2 });
});
