import { expect, test } from "vitest";
import { createActivity } from "../src/agent/activity";
import { fakeClock } from "./support/clock";

function stage() {
  const clock = fakeClock();
  const changes: number[] = [];
  const activity = createActivity({
    environment: clock,
    agentId: "ada",
    write: () => undefined,
    onChange: () => changes.push(clock.now()),
  });
  activity.onConnection("online");
  activity.onFrame({
    type: "presence",
    available: true,
    agents: [
      { id: "ada", state: "online", choice: "online" },
      { id: "grace", state: "away", choice: "away" },
    ],
  });
  const states = (): readonly string[] =>
    [...activity.present().values()].map(({ state, choice }) => `${state}, chose ${choice}`);
  return { clock, activity, states, changes };
}

const there = ["online, chose online", "away, chose away"];
const gone = ["offline, chose online", "offline, chose away"];

test("a cut of the line that heals at once changes nobody's presence", async () => {
  const { clock, activity, states, changes } = stage();
  activity.onConnection("reconnecting");
  await clock.advance(1500);
  activity.onConnection("online");
  await clock.advance(10_000);
  expect(states()).toEqual(there);
  expect(changes).toEqual([]);
});

test("without a connection nobody is seen as present, until it is told anew", async () => {
  const { clock, activity, states, changes } = stage();
  activity.onConnection("reconnecting");
  await clock.advance(1500);
  activity.onConnection("connecting");
  expect(states()).toEqual(there);
  await clock.advance(1000);
  expect(states()).toEqual(gone);
  expect(changes).toHaveLength(1);
  activity.onConnection("online");
  activity.onFrame({
    type: "presence",
    available: true,
    agents: [{ id: "ada", state: "online", choice: "online" }],
  });
  await clock.advance(10_000);
  expect(states()).toEqual(["online, chose online"]);
});

test("without a network nobody is seen as present from then on", () => {
  const { activity, states } = stage();
  activity.onConnection("offline");
  expect(states()).toEqual(gone);
});

test("an end leaves no timer", () => {
  const { clock, activity } = stage();
  activity.onConnection("reconnecting");
  activity.stop();
  expect(clock.pending()).toBe(0);
});
