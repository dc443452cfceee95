import type { ClientFrame, Viewing, ViewingState } from "@chask/wire";
import { expect, test } from "vitest";
import { createTimers } from "../src/engine/timers";
import { createViewers } from "../src/agent/viewers";
import { fakeClock } from "./support/clock";

function stage() {
  const clock = fakeClock();
  const written: ClientFrame[] = [];
  const held = new Set<string>();
  const viewers = createViewers({
    agentId: "me",
    timers: createTimers(clock),
    write: (frame) => written.push(frame) > 0,
    holds: (conversation) => held.has(conversation),
    onChange: () => undefined,
  });
  const hear = (id: string, state: ViewingState): void => viewers.onFrame(told(id, state));
  const seen = (): readonly string[] =>
    (viewers.all().get("c1") ?? []).map(({ name, writing }) => (writing ? `${name} writes` : name));
  const states = (): readonly string[] =>
    written.map((each) => (each.type === "viewing" ? each.state : each.type));
  return { clock, viewers, held, hear, seen, states };
}

function told(id: string, state: ViewingState): Viewing {
  return { type: "viewing", conversation: "c1", agent: { id, name: id }, state };
}

test("colleagues come, write, and go", () => {
  const { hear, seen } = stage();
  hear("ana", "viewing");
  hear("ben", "writing");
  expect(seen()).toEqual(["ana", "ben writes"]);
  hear("ben", "viewing");
  hear("ana", "left");
  expect(seen()).toEqual(["ben"]);
});

test("a colleague of whom nothing more is heard is forgotten", async () => {
  const { clock, hear, seen } = stage();
  hear("ana", "viewing");
  await clock.advance(20_000);
  hear("ana", "viewing");
  await clock.advance(20_000);
  expect(seen()).toEqual(["ana"]);
  await clock.advance(5_000);
  expect(seen()).toEqual([]);
});

test("what one does is repeated while it lasts, and not after", async () => {
  const { clock, viewers, states } = stage();
  viewers.view("c1");
  viewers.view("c1");
  await clock.advance(10_000);
  viewers.write("c1", true);
  viewers.view(null);
  viewers.write("c1", false);
  await clock.advance(30_000);
  expect(states()).toEqual(["viewing", "viewing", "writing", "left"]);
});

test("who can still take a reply back is writing until it goes, also where he leaves and comes back", () => {
  const { viewers, held, states } = stage();
  viewers.view("c1");
  viewers.write("c1", true);
  held.add("c1");
  viewers.onHeld();
  viewers.write("c1", false);
  viewers.view("c2");
  viewers.view("c1");
  held.delete("c1");
  viewers.onHeld();
  expect(states()).toEqual(["viewing", "writing", "left", "viewing", "left", "writing", "viewing"]);
});

test("who writes on while his reply goes is writing still", () => {
  const { viewers, held, states } = stage();
  viewers.view("c1");
  held.add("c1");
  viewers.onHeld();
  viewers.write("c1", true);
  held.delete("c1");
  viewers.onHeld();
  expect(states()).toEqual(["viewing", "writing"]);
});

test("who comes newly is told at once, who is known is not", () => {
  const { viewers, hear, states } = stage();
  viewers.view("c1");
  hear("ana", "viewing");
  hear("ana", "writing");
  expect(states()).toEqual(["viewing", "viewing"]);
});

test("that another tab of one's own has left is set right; oneself is nobody else", () => {
  const { viewers, hear, states, seen } = stage();
  viewers.view("c1");
  hear("me", "viewing");
  hear("me", "left");
  expect(states()).toEqual(["viewing", "viewing"]);
  expect(seen()).toEqual([]);
});

test("a new connection begins anew and tells again", () => {
  const { viewers, hear, states, seen } = stage();
  viewers.view("c1");
  viewers.write("c1", true);
  hear("ana", "viewing");
  viewers.live();
  expect(seen()).toEqual([]);
  expect(states()).toEqual(["viewing", "writing", "writing", "writing"]);
});

test("no more than twenty are kept", () => {
  const { hear, seen } = stage();
  Array.from({ length: 30 }, (_, number) => hear(`agent${number}`, "viewing"));
  expect(seen()).toHaveLength(20);
});
