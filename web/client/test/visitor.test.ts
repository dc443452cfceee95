import { expect, test } from "vitest";
import { sessionKey } from "../src/index";
import { world } from "./support/visitor";

test("creating a client asks nothing, stores nothing, opens nothing", async () => {
  const { clock, server, profile, open } = world();
  const visitor = open();
  await clock.advance(60_000);
  expect(server.requests).toEqual([]);
  expect(server.connections()).toBe(0);
  expect(Object.keys(profile.local)).toEqual([]);
  expect(visitor.state()).toMatchObject({ connection: "idle", conversations: [], unread: 0, loaded: false });
});

test("a message is shown at once, sent, and settles with its events in order", async () => {
  const { clock, open } = world();
  const visitor = open();
  const sending = visitor.client.sendMessage({ content: "Hi" });
  expect(visitor.state().conversations[0]?.messages).toMatchObject([
    { content: "Hi", sender: "user", status: "sending" },
  ]);
  await clock.advance(1_000);
  const message = await sending;
  expect(message).toMatchObject({ content: "Hi", status: "sent", sender: "user" });
  expect(message.timestamp).toBeInstanceOf(Date);
  expect(visitor.told).toEqual(["conversationStarted", "messageSent"]);
  expect(visitor.statuses).toEqual(["sending>sent"]);
  expect(visitor.state().conversations).toHaveLength(1);
  expect(visitor.state().currentConversationId).toBe(message.conversationId);
  expect(visitor.errors).toEqual([]);
});

test("an agent's marks turn a message delivered, then read, never back", async () => {
  const { clock, server, open } = world();
  const visitor = open();
  void visitor.client.sendMessage({ content: "Hi" });
  await clock.advance(1_000);
  const id = visitor.sent[0]?.conversationId ?? "";
  server.agentMarks(id, 1, false);
  await clock.advance(100);
  server.agentMarks(id, 1, true);
  server.tell({ type: "receipt", conversation: id, delivered: 0, read: 0, ownRead: 0 });
  await clock.advance(100);
  expect(visitor.statuses).toEqual(["sending>sent", "sent>delivered", "delivered>read"]);
  expect(visitor.state().conversations[0]?.messages[0]?.status).toBe("read");
});

test("an agent's message is told once, counted as unread, acknowledged, and read when it is seen", async () => {
  const { clock, server, open } = world();
  const visitor = open();
  void visitor.client.sendMessage({ content: "Hi" });
  await clock.advance(1_000);
  const id = visitor.sent[0]?.conversationId ?? "";
  server.agentSays(id, "Hello");
  await clock.advance(1_000);
  expect(visitor.received).toMatchObject([{ content: "Hello", sender: "agent", status: "delivered" }]);
  expect(visitor.unread).toEqual([1]);
  expect(server.model.rows.get(id)?.marks.user).toEqual({ delivered: 2, read: 0 });
  visitor.tab.set({ focused: false });
  visitor.client.setVisibleConversation(id);
  await clock.advance(1_000);
  expect(server.model.rows.get(id)?.marks.user.read).toBe(0);
  visitor.tab.set({ focused: true });
  await clock.advance(1_000);
  expect(server.model.rows.get(id)?.marks.user.read).toBe(2);
  expect(visitor.unread).toEqual([1, 0]);
});

test("a session in which nothing was written is no reason to begin it again at the next page load", async () => {
  const { clock, open, profile } = world();
  const visitor = open();
  const kept = (): string => profile.local.getItem(sessionKey("organization", "key")) ?? "";
  await Promise.all([visitor.client.connect(), clock.advance(1_000)]);
  expect(kept()).not.toContain('"talked":true');
  void visitor.client.sendMessage({ content: "Hi" });
  expect(kept()).toContain('"talked":true');
});

test("a reload keeps the history, tells nothing of it, and tells what came while the page was away", async () => {
  const { clock, server, open } = world();
  const before = open();
  void before.client.sendMessage({ content: "Hi" });
  await clock.advance(1_000);
  const id = before.sent[0]?.conversationId ?? "";
  server.agentSays(id, "Hello");
  await clock.advance(1_000);
  before.tab.kill();
  server.agentSays(id, "Are you there?");

  const after = open();
  await Promise.all([after.client.connect(), clock.advance(1_000)]);
  expect(after.received.map(({ content }) => content)).toEqual(["Are you there?"]);
  await Promise.all([after.client.loadHistory(id), clock.advance(1_000)]);
  expect(after.contents()).toEqual(["Hi", "Hello", "Are you there?"]);
  expect(after.told).toEqual(["messageReceived"]);
  expect(after.state().visitorId).toBe(before.state().visitorId);
});

test("what is written offline goes out in order once the network is back, and one error is told", async () => {
  const { clock, server, open } = world();
  const visitor = open();
  void visitor.client.sendMessage({ content: "0" });
  await clock.advance(11_000);
  server.reachable = false;
  visitor.tab.set({ online: false });
  await clock.advance(1_000);
  for (const content of ["1", "2", "3"]) {
    void visitor.client.sendMessage({ content });
  }
  await clock.advance(30_000);
  expect(visitor.errors.map(({ code }) => code)).toEqual(["NETWORK_ERROR"]);
  expect(visitor.state().connection).toBe("offline");
  expect(visitor.contents()).toEqual(["0", "1", "2", "3"]);
  server.reachable = true;
  visitor.tab.set({ online: true });
  await clock.advance(5_000);
  expect(visitor.sent.map(({ content }) => content)).toEqual(["0", "1", "2", "3"]);
  expect(visitor.errors).toHaveLength(1);
  expect(visitor.connections).toEqual(["connecting", "online", "offline", "reconnecting", "online"]);
});

test("a server that is gone is one CONNECTION_ERROR until it is back; the next outage is another", async () => {
  const { clock, server, open } = world();
  const visitor = open();
  await Promise.all([visitor.client.connect(), clock.advance(12_000)]);
  for (const outage of [1, 2]) {
    server.reachable = false;
    server.closeAll(1006);
    await clock.advance(40_000);
    expect(visitor.errors.map(({ code }) => code)).toEqual(
      Array.from({ length: outage }, () => "CONNECTION_ERROR"),
    );
    server.reachable = true;
    await clock.advance(60_000);
    expect(visitor.state()).toMatchObject({ connection: "online" });
    expect(visitor.state()).not.toHaveProperty("error");
  }
});

test("a refused message fails with its reason, can be retried with the same id, and deleted", async () => {
  const { clock, server, open } = world();
  const visitor = open();
  const refusal = {
    type: "error",
    code: "SEND_ERROR",
    reason: "CONTENT_INVALID_CHARACTERS",
    message: "",
    retryable: false,
  } as const;
  server.refusals.set("bad", refusal);
  const sending = visitor.client.sendMessage({ content: "bad" });
  await clock.advance(1_000);
  await expect(sending).rejects.toMatchObject({
    code: "SEND_ERROR",
    details: { reason: "CONTENT_INVALID_CHARACTERS", retryable: false },
  });
  const [failed] = visitor.state().conversations[0]?.messages ?? [];
  expect(failed).toMatchObject({ status: "failed", error: { code: "SEND_ERROR" } });
  expect(visitor.errors).toHaveLength(1);
  server.refusals.clear();
  const again = visitor.client.retryMessage(failed?.id ?? "");
  await clock.advance(1_000);
  expect((await again).id).toBe(failed?.id);
  expect(visitor.statuses).toEqual(["sending>failed", "failed>sending", "sending>sent"]);

  server.refusals.set("worse", refusal);
  void visitor.client.sendMessage({ content: "worse" });
  await clock.advance(1_000);
  const worse = visitor.state().conversations[0]?.messages.at(-1);
  visitor.client.deleteMessage(worse?.id ?? "");
  await clock.advance(1);
  expect(visitor.contents()).toEqual(["bad"]);
});

test("a wrong key stops with one AUTH_ERROR; the message fails and the page is told once", async () => {
  const { clock, server, open } = world();
  server.problems.set("/v1/widget/session", {
    status: 401,
    code: "AUTH_ERROR",
    reason: "KEY_UNKNOWN",
    retryable: false,
  });
  const visitor = open();
  const sending = visitor.client.sendMessage({ content: "Hi" });
  await clock.advance(60_000);
  await expect(sending).rejects.toMatchObject({ code: "AUTH_ERROR", message: "AUTH_ERROR KEY_UNKNOWN" });
  expect(visitor.errors.map(({ code, details }) => `${code} ${details.reason}`)).toEqual([
    "AUTH_ERROR KEY_UNKNOWN",
  ]);
  expect(visitor.state().connection).toBe("stopped");
  expect(server.requests).toHaveLength(1);
});

test("data that is refused before the stream is there is told the page, once", async () => {
  const { clock, server, open } = world();
  server.ignoresSockets = true;
  const refusal = { status: 401, code: "AUTH_ERROR", reason: "IDENTITY_REQUIRED", retryable: false };
  server.problems.set("/v1/widget/user", refusal);
  const visitor = open();
  const refused = Promise.allSettled([
    visitor.client.updateUser({ id: "u-1" }),
    visitor.client.updateUser({ id: "u-1" }),
  ]);
  await clock.advance(1_000);
  expect(visitor.state().connection).toBe("connecting");
  for (const outcome of await refused) {
    expect(outcome).toMatchObject({
      status: "rejected",
      reason: { details: { reason: "IDENTITY_REQUIRED" } },
    });
  }
  expect(visitor.errors.map(({ code, details }) => `${code} ${details.reason}`)).toEqual([
    "AUTH_ERROR IDENTITY_REQUIRED",
  ]);
});

test("a foreign origin, which only the refused socket shows, is explained by the settings", async () => {
  const { clock, server, open } = world();
  server.blocksSockets = true;
  server.problems.set("/v1/widget/settings", {
    status: 403,
    code: "AUTH_ERROR",
    reason: "ORIGIN_NOT_ALLOWED",
    retryable: false,
  });
  const visitor = open();
  await Promise.all([visitor.client.connect(), clock.advance(5_000)]);
  expect(visitor.errors.map(({ details }) => details.reason)).toEqual(["ORIGIN_NOT_ALLOWED"]);
});

test("logout fails what is unsent, forgets everything, and the next session is another visitor's", async () => {
  const { clock, server, profile, open } = world();
  const visitor = open();
  void visitor.client.sendMessage({ content: "Hi" });
  await clock.advance(1_000);
  const first = visitor.state().visitorId;
  server.reachable = false;
  server.closeAll(1006);
  const unsent = visitor.client.sendMessage({ content: "Lost" });
  await clock.advance(100);
  server.reachable = true;
  await Promise.all([visitor.client.logout(), clock.advance(1_000)]);
  await expect(unsent).rejects.toMatchObject({ code: "SEND_ERROR", details: { reason: "LOGGED_OUT" } });
  expect(Object.keys(profile.local)).toEqual([]);
  expect(visitor.state()).toMatchObject({ connection: "idle", conversations: [], user: {}, loaded: false });
  expect(server.revoked.size).toBe(1);
  await Promise.all([visitor.client.connect(), clock.advance(1_000)]);
  expect(visitor.state().visitorId).not.toBe(first);
  expect(visitor.state().conversations).toEqual([]);
});

test("destroy leaves no timer and no connection, and ignored promises harm nobody", async () => {
  const { clock, server, open } = world();
  const visitor = open();
  await Promise.all([visitor.client.connect(), clock.advance(1_000)]);
  server.reachable = false;
  void visitor.client.sendMessage({ content: "Hi" });
  visitor.client.destroy();
  await clock.advance(60_000);
  expect(server.connections()).toBe(0);
  expect(clock.pending()).toBe(0);
});

test("memory storage keeps nothing; session storage keeps it to the tab", async () => {
  const { clock, profile, open } = world();
  const forgetful = open({ storage: "memory" });
  void forgetful.client.sendMessage({ content: "Hi" });
  const tabbed = open({ storage: "session" });
  void tabbed.client.sendMessage({ content: "Hi" });
  await clock.advance(1_000);
  expect(Object.keys(profile.local)).toEqual([]);
  expect(tabbed.tab.environment.storage("session")?.getItem(sessionKey("organization", "key"))).toContain(
    "token",
  );
  expect(forgetful.tab.environment.storage("session")?.length).toBe(0);
});

test("typing is thinned out on the way there, its end is told however late, and it is forgotten on the way back", async () => {
  const { clock, server, open } = world();
  const visitor = open();
  void visitor.client.sendMessage({ content: "Hi" });
  await clock.advance(1_000);
  const id = visitor.sent[0]?.conversationId ?? "";
  for (let stroke = 0; stroke < 40; stroke++) {
    visitor.client.setTyping(id, true);
    await clock.advance(100);
  }
  const typed = (): readonly unknown[] =>
    server.log.flatMap(({ to, frame }) => (to === "server" && frame.type === "typing" ? [frame.active] : []));
  expect(typed()).toEqual([true, true]);
  await clock.advance(5_000);
  visitor.client.setTyping(id, false);
  await clock.advance(100);
  expect(typed()).toEqual([true, true, false]);
  server.tell({ type: "typing", conversation: id, active: true, from: "agent", name: "Ada" });
  await clock.advance(100);
  expect(visitor.state().conversations[0]?.typing).toEqual({ from: "agent", name: "Ada" });
  await clock.advance(6_000);
  expect(visitor.typing).toEqual([true, false]);
});
