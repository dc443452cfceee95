import { expect, test } from "vitest";
import { world } from "./support/visitor";
import type { Visitor, World } from "./support/visitor";

/** One tab is connected; in another one somebody has written before it could get a session. */
async function writtenEarly(insecure: boolean): Promise<World & { connected: Visitor; early: Visitor }> {
  const all = world();
  const connected = all.open({}, { insecure });
  const early = all.open({}, { insecure });
  void connected.client.connect();
  void early.client.sendMessage({ content: "early" });
  await all.clock.advance(10);
  all.server.problems.set("/v1/widget/session", {
    status: 503,
    code: "CONNECTION_ERROR",
    reason: "UNAVAILABLE",
    retryable: true,
  });
  await all.clock.advance(5_000);
  expect(connected.state().connection).toBe("online");
  expect(early.state().loaded).toBe(false);
  return { ...all, connected, early };
}

function stored({ server }: World): readonly string[] {
  return [...server.model.rows.values()].flatMap(({ messages }) => messages.map(({ content }) => content));
}

test("what a tab has written before it has a session is sent and told by this tab, not by a connected one", async () => {
  const all = await writtenEarly(false);
  expect(stored(all)).toEqual([]);
  all.server.problems.clear();
  await all.clock.advance(60_000);
  expect(stored(all)).toEqual(["early"]);
  expect(all.early.sent.map(({ content }) => content)).toEqual(["early"]);
  expect(all.connected.sent).toEqual([]);
  expect(all.connected.contents()).toEqual(["early"]);
});

test("if the tab ends before it has a session, a connected one sends what it has written", async () => {
  const all = await writtenEarly(false);
  all.early.tab.kill();
  await all.clock.advance(1_000);
  expect(stored(all)).toEqual(["early"]);
  expect(all.connected.sent.map(({ content }) => content)).toEqual(["early"]);
});

test("without Web Locks another tab may be first, and then the message is still stored and told once", async () => {
  const all = await writtenEarly(true);
  expect(all.connected.sent.map(({ content }) => content)).toEqual(["early"]);
  all.server.problems.clear();
  await all.clock.advance(60_000);
  expect(stored(all)).toEqual(["early"]);
  expect(all.early.sent).toEqual([]);
  expect(all.early.contents()).toEqual(["early"]);
  expect(all.early.state().conversations[0]?.messages[0]?.status).toBe("sent");
});
