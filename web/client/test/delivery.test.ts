import { expect, test } from "vitest";
import { world } from "./support/visitor";
import type { Visitor, World } from "./support/visitor";

const HOUR = 3_600_000;

/** A visitor with a conversation of one message, connected for long enough to count as stable. */
async function talking(): Promise<World & { visitor: Visitor; id: string }> {
  const all = world();
  const visitor = all.open();
  void visitor.client.sendMessage({ content: "Hi" });
  await all.clock.advance(12_000);
  return { ...all, visitor, id: visitor.sent[0]?.conversationId ?? "" };
}

test("a message that could not be sent for a day fails, but only after the resume has shown that it is not stored", async () => {
  const { clock, server, visitor } = await talking();
  server.reachable = false;
  server.closeAll(1006);
  const unsent = visitor.client.sendMessage({ content: "too late" });
  await clock.advance(25 * HOUR);
  expect(visitor.state().conversations[0]?.messages.at(-1)?.status).toBe("sending");
  server.reachable = true;
  await clock.advance(60_000);
  await expect(unsent).rejects.toMatchObject({ code: "SEND_ERROR", details: { reason: "EXPIRED" } });
  expect(visitor.state().conversations[0]?.messages.at(-1)?.status).toBe("failed");
});

test("a message whose answer was lost a day ago turns out to be sent", async () => {
  const { clock, server, visitor } = await talking();
  server.fate = (to, { type }) => (to === "client" && type === "sent" ? "cut" : "pass");
  server.delay = () => 5;
  const sending = visitor.client.sendMessage({ content: "in time" });
  server.fate = (_to, { type }) => (type === "sent" ? "drop" : "pass");
  await clock.advance(20);
  server.reachable = false;
  server.closeAll(1006);
  await clock.advance(25 * HOUR);
  server.fate = () => "pass";
  server.reachable = true;
  await clock.advance(60_000);
  await expect(sending).resolves.toMatchObject({ content: "in time", status: "sent" });
  expect(visitor.contents()).toEqual(["Hi", "in time"]);
});

test("no answer on a living connection: the same id goes out again, and is stored once", async () => {
  const { clock, server, visitor, id } = await talking();
  server.fate = (_to, { type }) => (type === "sent" ? "drop" : "pass");
  void visitor.client.sendMessage({ content: "again" });
  await clock.advance(1_000);
  expect(visitor.statuses).toEqual(["sending>sent"]);
  server.fate = () => "pass";
  await clock.advance(15_000);
  expect(visitor.sent.map(({ content }) => content)).toEqual(["Hi", "again"]);
  expect(server.model.rows.get(id)?.messages).toHaveLength(2);
});

test("a refusal that asks for patience is not shown; what follows waits behind it", async () => {
  const { clock, server, visitor } = await talking();
  server.refusals.set("fast", {
    type: "error",
    code: "SEND_ERROR",
    reason: "RATE_LIMITED",
    message: "",
    retryable: true,
    retryAfterMs: 1_500,
  });
  void visitor.client.sendMessage({ content: "fast" });
  void visitor.client.sendMessage({ content: "next" });
  await clock.advance(1_000);
  server.refusals.clear();
  expect(visitor.sent).toHaveLength(1);
  await clock.advance(1_000);
  expect(visitor.sent.map(({ content }) => content)).toEqual(["Hi", "fast", "next"]);
  expect(visitor.errors).toEqual([]);
});

test("what the server would refuse for certain is refused here, and never written", async () => {
  const { clock, server, visitor } = await talking();
  const before = server.log.length;
  const long = visitor.client.sendMessage({ content: "👋".repeat(10_001) });
  const blank = visitor.client.sendMessage({ content: " \n" });
  await expect(long).rejects.toMatchObject({ details: { reason: "CONTENT_TOO_LONG" } });
  await expect(blank).rejects.toMatchObject({ details: { reason: "CONTENT_EMPTY" } });
  await clock.advance(1_000);
  expect(server.log.length).toBe(before);
});

test("a hole is kept aside and asked for after two seconds", async () => {
  const { clock, server, visitor, id } = await talking();
  server.fate = (_to, { type }) => (type === "message" ? "drop" : "pass");
  server.agentSays(id, "lost on the way");
  server.fate = () => "pass";
  server.agentSays(id, "after it");
  await clock.advance(1_000);
  expect(visitor.contents()).toEqual(["Hi"]);
  await clock.advance(1_200);
  expect(visitor.contents()).toEqual(["Hi", "lost on the way", "after it"]);
  expect(visitor.received.map(({ content }) => content)).toEqual(["lost on the way", "after it"]);
});

test("a gap that is not replayed is loaded by REST; what waits to be sent is kept", async () => {
  const { clock, server, visitor, id } = await talking();
  server.reachable = false;
  server.closeAll(1006);
  void visitor.client.sendMessage({ content: "kept" });
  await clock.advance(100);
  for (let index = 0; index < 301; index++) {
    server.agentSays(id, `${index}`);
  }
  server.reachable = true;
  await clock.advance(60_000);
  const conversation = visitor.state().conversations[0];
  expect(conversation?.history).toBe("more");
  expect(visitor.contents().slice(-2)).toEqual(["300", "kept"]);
  expect(visitor.contents()).toHaveLength(51);
});

test("after a restore of the database the conversation is what the database says", async () => {
  const { clock, server, visitor, id } = await talking();
  server.agentSays(id, "will be lost");
  await clock.advance(1_000);
  server.model.rows.get(id)?.messages.pop();
  server.model.epoch = "00000000-0000-4000-8000-000000000000";
  server.closeAll(1006);
  await clock.advance(5_000);
  expect(visitor.contents()).toEqual(["Hi"]);
  server.agentSays(id, "anew");
  await clock.advance(1_000);
  expect(visitor.contents()).toEqual(["Hi", "anew"]);
});

test("marks that moved while there was no connection are there after it", async () => {
  const { clock, server, visitor, id } = await talking();
  server.reachable = false;
  server.closeAll(1006);
  server.model.mark(id, "agent", true, 1);
  await clock.advance(100);
  server.reachable = true;
  await clock.advance(30_000);
  expect(visitor.statuses.at(-1)).toBe("sent>read");
});

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
