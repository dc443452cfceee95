import { beforeEach, expect, test } from "vitest";
import { ben, createRoom, eventOf, me, ownRow, rowOf, since } from "../../test/noticing";
import { createAsked } from "./asked";

let room = createRoom();

beforeEach(() => {
  room = createRoom();
});

test("what nobody has is told only once it is known that nobody gets it", async () => {
  const tab = room.openTab();
  tab.hear(rowOf(), since);
  tab.hear(rowOf({ assignee: ben, events: 1 }), since);
  expect(await room.settle()).toEqual([]);
});

test("what is given to the agent right away is told as given to him, and once", async () => {
  const tabs = [room.openTab(), room.openTab()];
  room.events = [eventOf({ kind: "routed" })];
  for (const row of [rowOf(), rowOf({ assignee: me, events: 1 })]) {
    tabs.forEach((tab) => tab.hear(row, since));
  }
  expect(await room.settle()).toEqual(["chime", "assigned: Hello?"]);
});

test("who gets a conversation later is told, although he has heard of its message before", async () => {
  const tab = room.openTab();
  tab.hear(rowOf(), since);
  await room.settle();
  room.events = [eventOf({ kind: "routed" })];
  tab.hear(rowOf({ assignee: me, events: 1 }), since);
  expect(await room.settle()).toEqual(["chime", "unassigned: Hello?", "chime", "assigned: Hello?"]);
});

test("without a wish to hear of assignments, the message of what is given is told as the agent's own", async () => {
  room.settings = { ...room.settings, kinds: { ...room.settings.kinds, assigned: false } };
  const tab = room.openTab();
  tab.hear(rowOf(), since);
  room.events = [eventOf({ kind: "routed" })];
  tab.hear(rowOf({ assignee: me, events: 1 }), since);
  expect(await room.settle()).toEqual(["chime", "mine: Hello?"]);
});

test("what is taken back from the agent who was told of it, or given back, is no news to him", async () => {
  const tabs = [room.openTab(), room.openTab()];
  room.events = [eventOf({ kind: "routed" })];
  tabs.forEach((tab) => tab.hear(rowOf({ assignee: me, events: 1 }), since));
  await room.settle();
  tabs.forEach((tab) => tab.hear(rowOf({ events: 2 }), since));
  expect(await room.settle()).toEqual(["chime", "assigned: Hello?"]);
  const later = new Date("2026-01-16T12:06:00Z");
  tabs.forEach((tab) => tab.hear(rowOf({ events: 2, lastSequence: 8, timestamp: later }), since));
  expect(await room.settle()).toEqual(["chime", "assigned: Hello?", "chime", "unassigned: Hello?"]);
});

test("what the agent takes himself is not told", async () => {
  room.settings = { ...room.settings, kinds: { ...room.settings.kinds, unassigned: false } };
  room.events = [eventOf({ actor: me })];
  const tab = room.openTab();
  tab.hear(rowOf(), since);
  tab.hear(rowOf({ assignee: me, events: 1 }), since);
  tab.hear(rowOf({ assignee: me, events: 1, tags: ["urgent"] }), since);
  expect(await room.settle()).toEqual([]);
  const later = new Date("2026-01-16T12:06:00Z");
  tab.hear(rowOf({ assignee: me, events: 1, lastSequence: 8, timestamp: later }), since);
  expect(await room.settle()).toEqual(["chime", "mine: Hello?"]);
});

test("a colleague's gift and the end of a snooze are told once over two tabs, by which line of the log it was", async () => {
  const tabs = [room.openTab(), room.openTab()];
  room.events = [eventOf({ actor: ben })];
  tabs.forEach((tab) => tab.hear(ownRow(), since));
  await room.settle();
  tabs.forEach((tab) => tab.hear(ownRow({ tags: ["urgent"] }), since));
  expect(await room.settle()).toEqual(["chime", "assigned: Hello?"]);
  expect(room.asked()).toBe(2);
  room.events = [...room.events, eventOf({ number: 2, kind: "woken" })];
  tabs.forEach((tab) => tab.hear(ownRow({ events: 2 }), since));
  expect(await room.settle()).toEqual(["chime", "assigned: Hello?", "chime", "woken: Hello?"]);
});

test.each([
  ["a snooze that the agent ended himself", eventOf({ kind: "woken", actor: me })],
  ["what was done before this console was there", eventOf({ timestamp: since })],
  ["what somebody else got", eventOf({ agent: ben })],
  ["what else is done", eventOf({ kind: "moved" })],
])("%s is not told", async (_, event) => {
  room.events = [event];
  room.openTab().hear(ownRow(), since);
  expect(await room.settle()).toEqual([]);
});

test("a log that could not be read is asked for again by the next row", async () => {
  let fails = true;
  const asked = createAsked(() =>
    fails ? Promise.reject(new Error("no network")) : Promise.resolve(["line"]),
  );
  expect(await asked("c1", 3)).toEqual([]);
  fails = false;
  expect(await asked("c1", 3)).toEqual(["line"]);
});
