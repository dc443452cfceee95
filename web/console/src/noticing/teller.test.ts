import { beforeEach, expect, test } from "vitest";
import { createRoom, ownRow, rowOf, since } from "../../test/noticing";

let room = createRoom();

beforeEach(() => {
  room = createRoom();
});

test("a visitor's message is shown and heard", async () => {
  room.openTab().hear(rowOf(), since);
  expect(await room.settle()).toEqual(["chime", "unassigned: Hello?"]);
});

test("two tabs tell of one message once", async () => {
  const tabs = [room.openTab(), room.openTab()];
  tabs.forEach((tab) => tab.hear(rowOf(), since));
  expect(await room.settle()).toEqual(["chime", "unassigned: Hello?"]);
});

test("where one tab may show and another may play, each does its part", async () => {
  const tabs = [room.openTab({ canPlay: false }), room.openTab({ canShow: false })];
  tabs.forEach((tab) => tab.hear(rowOf(), since));
  expect((await room.settle()).toSorted()).toEqual(["chime", "unassigned: Hello?"]);
});

test("a row that is told again for another reason is no news", async () => {
  const tab = room.openTab();
  tab.hear(rowOf(), since);
  await room.settle();
  tab.hear(rowOf({ tags: ["urgent"] }), since);
  expect(await room.settle()).toHaveLength(2);
});

test("a message that was told is no news again when a colleague edits or deletes one of his own", async () => {
  const tab = room.openTab();
  tab.hear(rowOf(), since);
  await room.settle();
  tab.hear(rowOf({ lastSequence: 8 }), since);
  await room.settle();
  tab.hear(rowOf({ sender: "agent", lastSequence: 9, timestamp: new Date("2026-01-16T12:02:00Z") }), since);
  tab.hear(rowOf({ lastSequence: 10 }), since);
  expect(await room.settle()).toEqual(["chime", "unassigned: Hello?"]);
});

test.each([
  ["what was written before", rowOf({ timestamp: since })],
  ["a colleague's conversation", rowOf({ assignee: { id: "ben", name: "Ben" } })],
  ["an agent's answer", rowOf({ sender: "agent" })],
  ["what has been read", rowOf({ unread: 0 })],
  ["what is resolved", rowOf({ status: "resolved" })],
])("%s is not told", async (_, row) => {
  room.openTab().hear(row, since);
  expect(await room.settle()).toEqual([]);
});

test("what the agent looks at is not told, in whichever tab", async () => {
  room.looked = ["c1"];
  room.openTab().hear(rowOf(), since);
  expect(await room.settle()).toEqual([]);
});

test("quiet hours are quiet", async () => {
  room.settings = { ...room.settings, quiet: { on: true, from: 22 * 60, to: 7 * 60, zone: "UTC" } };
  room.openTab().hear(rowOf(), since);
  // What came in them is not told when they end.
  room.settings = { ...room.settings, quiet: { ...room.settings.quiet, on: false } };
  expect(await room.settle()).toEqual([]);
});

test("a kind that is switched off is not told, the others are", async () => {
  room.settings = { ...room.settings, kinds: { ...room.settings.kinds, unassigned: false } };
  const tab = room.openTab();
  tab.hear(rowOf(), since);
  tab.hear(rowOf({ id: "c2", assignee: { id: "me", name: "Me" } }), since);
  expect(await room.settle()).toEqual(["chime", "mine: Hello?"]);
});

test("a colleague's note that mentions the agent is told once, an older or a foreign one is not", async () => {
  const note = {
    id: "n1",
    author: { id: "ben", name: "Ben" },
    afterSequence: 7,
    content: "@Me look",
    mentions: ["me"],
    timestamp: new Date("2026-01-16T12:05:00Z"),
    unseen: true,
  };
  room.notes = [
    note,
    { ...note, id: "n2", content: "old", timestamp: since },
    { ...note, id: "n3", content: "for another", mentions: ["ana"] },
    { ...note, id: "n4", content: "my own", author: { id: "me", name: "Me" } },
  ];
  const row = rowOf({ unread: 0, notes: 4, mentioned: true, assignee: { id: "ben", name: "Ben" } });
  const tab = room.openTab();
  tab.hear(row, since);
  await room.settle();
  tab.hear(row, since);
  expect(await room.settle()).toEqual(["chime", "mentions: @Me look"]);
});

test("what waits for a team is told to its members only", async () => {
  room.teams = ["sales"];
  const tab = room.openTab();
  tab.hear(rowOf({ team: { id: "support", name: "Support" }, preview: "It broke" }), since);
  tab.hear(rowOf({ id: "c2", team: { id: "sales", name: "Sales" } }), since);
  expect(await room.settle()).toEqual(["chime", "unassigned: Hello?"]);
  // Moved to the agent's team afterwards, it is news to him.
  tab.hear(rowOf({ team: { id: "sales", name: "Sales" }, preview: "It broke" }), since);
  expect(await room.settle()).toEqual(["chime", "unassigned: Hello?", "chime", "unassigned: It broke"]);
});

test("many at once ring one time and are summed up", async () => {
  const tab = room.openTab();
  ["c1", "c2", "c3", "c4"].forEach((id) => tab.hear(rowOf({ id }), since));
  expect(await room.settle()).toEqual(["chime", "4 messages"]);
});

test("a teller that has stopped tells nothing", async () => {
  const tab = room.openTab();
  tab.hear(ownRow({ unread: 1 }), since);
  tab.stop();
  expect(await room.settle()).toEqual([]);
});
