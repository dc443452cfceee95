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

test("an acknowledgement lost with the connection is repeated after it", async () => {
  const { clock, server, visitor, id } = await talking();
  server.fate = (_to, { type }) => (type === "ack" ? "drop" : "pass");
  server.agentSays(id, "Hello");
  await clock.advance(1_000);
  expect(server.model.rows.get(id)?.marks.user.delivered).toBe(0);
  server.fate = () => "pass";
  server.closeAll(1006);
  await clock.advance(5_000);
  expect(server.model.rows.get(id)?.marks.user.delivered).toBe(2);
  expect(visitor.received).toHaveLength(1);
});

test("a page that ended before it could acknowledge is made good for by the next one", async () => {
  const { clock, server, visitor, id, open } = await talking();
  server.fate = (_to, { type }) => (type === "ack" ? "drop" : "pass");
  server.agentSays(id, "Hello");
  await clock.advance(1_000);
  visitor.tab.kill();
  server.fate = () => "pass";
  const next = open();
  await Promise.all([next.client.connect(), clock.advance(1_000)]);
  expect(server.model.rows.get(id)?.marks.user.delivered).toBe(2);
  expect(next.received).toEqual([]);
});

test("on a living connection a day-old message gets its verdict, and nothing overtakes it until then", async () => {
  const { clock, server, visitor, id } = await talking();
  const refusal = { type: "error", code: "SEND_ERROR", reason: "RATE_LIMITED", message: "" } as const;
  server.refusals.set("held up", { ...refusal, retryable: true, retryAfterMs: 60_000 });
  const heldUp = visitor.client.sendMessage({ content: "held up" });
  await clock.advance(HOUR);
  void visitor.client.sendMessage({ content: "behind it" });
  await clock.advance(23 * HOUR - 1_000);
  expect(visitor.statuses).toEqual(["sending>sent"]);
  const before = server.log.length;
  await clock.advance(60_000);
  await expect(heldUp).rejects.toMatchObject({ details: { reason: "EXPIRED" } });
  expect(server.log.slice(before).map(({ frame }) => frame.type)).toContain("catchup");
  expect(server.model.rows.get(id)?.messages.map(({ content }) => content)).toEqual(["Hi", "behind it"]);
});

test("a first message that could not be sent for a day fails too, though its conversation does not exist", async () => {
  const { clock, server, open } = world();
  const visitor = open();
  server.fate = (to, { type }) => (to === "server" && type === "send" ? "drop" : "pass");
  const first = visitor.client.sendMessage({ content: "never arrives" });
  await clock.advance(24 * HOUR + 60_000);
  await expect(first).rejects.toMatchObject({ details: { reason: "EXPIRED" } });
  expect(visitor.errors).toHaveLength(1);
});

test("what is not replayed is loaded until it is there, and then told in order with what came meanwhile", async () => {
  const { clock, server, visitor, id } = await talking();
  server.reachable = false;
  server.closeAll(1006);
  for (let index = 0; index < 301; index++) {
    server.agentSays(id, `${index}`);
  }
  const unavailable = {
    status: 503,
    code: "CONNECTION_ERROR",
    reason: "UNAVAILABLE",
    retryable: true,
  };
  server.problems.set(`/v1/widget/conversations/${id}/messages`, unavailable);
  await clock.advance(100);
  server.reachable = true;
  await clock.advance(30_000);
  server.agentSays(id, "meanwhile");
  await clock.advance(10_000);
  expect(visitor.received).toEqual([]);
  server.problems.clear();
  await clock.advance(30_000);
  expect(visitor.contents().slice(-2)).toEqual(["300", "meanwhile"]);
  expect(visitor.received.slice(-2).map(({ content }) => content)).toEqual(["300", "meanwhile"]);
  expect(new Set(visitor.received.map(({ id: each }) => each)).size).toBe(visitor.received.length);
  expect(server.model.rows.get(id)?.marks.user.delivered).toBe(303);
});
