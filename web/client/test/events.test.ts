import { expect, test } from "vitest";
import { world } from "./support/visitor";
import type { Visitor, World } from "./support/visitor";

test("without WebSocket the same conversation goes over events and requests", async () => {
  const all = world();
  all.server.blocksSockets = true;
  const visitor = all.open();
  void visitor.client.sendMessage({ content: "Hi" });
  await all.clock.advance(20_000);
  expect(all.server.requests.filter(({ path }) => path === "/v1/stream/sse").length).toBeGreaterThan(0);
  expect(visitor.sent.map(({ content }) => content)).toEqual(["Hi"]);
  const id = visitor.sent[0]?.conversationId ?? "";
  all.server.agentSays(id, "Hello");
  await all.clock.advance(1_000);
  expect(visitor.contents()).toEqual(["Hi", "Hello"]);
  all.server.closeAll(1006);
  all.server.agentSays(id, "Still there?");
  await all.clock.advance(5_000);
  expect(visitor.contents()).toEqual(["Hi", "Hello", "Still there?"]);
  expect(visitor.client.getState().connection).toBe("online");
});

/** A visitor whose network lets no WebSocket through, connected by events. */
async function withoutSockets(): Promise<World & { visitor: Visitor; streams: () => number }> {
  const all = world();
  all.server.blocksSockets = true;
  const visitor = all.open();
  void visitor.client.sendMessage({ content: "Hi" });
  await all.clock.advance(20_000);
  expect(visitor.state().connection).toBe("online");
  const streams = (): number => all.server.requests.filter(({ path }) => path === "/v1/stream/sse").length;
  return { ...all, visitor, streams };
}

function sessions({ server }: World): number {
  return server.requests.filter(({ path }) => path === "/v1/widget/session").length;
}

test.each([4004, 4010])(
  "close code %i on an event stream asks for new credentials, silently",
  async (code) => {
    const all = await withoutSockets();
    const before = sessions(all);
    all.server.closeAll(code);
    await all.clock.advance(500);
    expect(sessions(all)).toBe(before + 1);
    expect(all.visitor.state().connection).toBe("online");
    expect(all.visitor.errors).toHaveLength(1);
  },
);

test("a deploy on an event stream is no error; a slow consumer is, and comes back", async () => {
  const { clock, server, visitor } = await withoutSockets();
  const before = visitor.errors.length;
  server.closeAll(4200);
  await clock.advance(11_000);
  expect(visitor.errors).toHaveLength(before);
  server.closeAll(4102);
  await clock.advance(11_000);
  expect(visitor.errors.slice(before).map(({ details }) => details.reason)).toEqual(["SLOW_CONSUMER"]);
  expect(visitor.state().connection).toBe("online");
});

test("a token that an event stream refuses is replaced once; refused again, it stops", async () => {
  const all = await withoutSockets();
  const before = all.streams();
  [...all.server.tokens.keys()].forEach((token) => all.server.revoked.add(token));
  all.server.closeAll(1006);
  await all.clock.advance(20_000);
  expect(all.visitor.state().connection).toBe("online");
  expect(all.streams()).toBe(before + 2);
  const problem = { status: 401, code: "AUTH_ERROR", reason: "TOKEN_INVALID", retryable: false };
  all.server.problems.set("/v1/stream/sse", problem);
  all.server.closeAll(1006);
  await all.clock.advance(120_000);
  expect(all.visitor.state().connection).toBe("stopped");
  expect(all.streams()).toBe(before + 4);
  expect(all.visitor.errors.at(-1)).toMatchObject({
    code: "AUTH_ERROR",
    details: { reason: "TOKEN_INVALID" },
  });
});

test("an event stream that is refused for the moment is tried again, and one error is told", async () => {
  const { clock, server, visitor, streams } = await withoutSockets();
  const [errors, before] = [visitor.errors.length, streams()];
  const problem = { status: 503, code: "CONNECTION_ERROR", reason: "OVERLOADED", retryable: true };
  server.problems.set("/v1/stream/sse", problem);
  server.closeAll(1006);
  await clock.advance(30_000);
  expect(streams()).toBeGreaterThan(before + 2);
  server.problems.clear();
  await clock.advance(30_000);
  expect(visitor.state().connection).toBe("online");
  expect(visitor.errors.slice(errors)).toHaveLength(1);
});

test("sockets that nobody answers lead to events within two time-outs", async () => {
  const all = world();
  all.server.ignoresSockets = true;
  const visitor = all.open();
  void visitor.client.sendMessage({ content: "Hi" });
  await all.clock.advance(35_000);
  expect(visitor.state().connection).toBe("online");
  expect(visitor.sent.map(({ content }) => content)).toEqual(["Hi"]);
  expect(visitor.errors).toHaveLength(1);
});
