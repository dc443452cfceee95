import { expect, test } from "vitest";
import { agentIn, met } from "./support/agent";
import { world } from "./support/visitor";

test("start loads the list and connects with a ticket", async () => {
  const { server, agent, id } = await met();
  expect(agent.client.getState()).toMatchObject({
    connection: "online",
    inboxHistory: "complete",
    inbox: [{ id, preview: "Hi", sender: "user", unread: 1, status: "open" }],
  });
  expect(server.requests.filter(({ path }) => path === "/v1/stream/tickets")).toHaveLength(1);
  expect(agent.received).toEqual([]);
});

test("what was written before the console opened is delivered once its list is loaded", async () => {
  const { visitor } = await met();
  expect(visitor.statuses).toEqual(["sending>sent", "sent>delivered"]);
});

test("a list that could not be loaded at first is loaded with the connection", async () => {
  const all = world();
  const visitor = all.open();
  void visitor.client.sendMessage({ content: "Hi" });
  await all.clock.advance(1_000);
  all.server.problems.set("/v1/conversations", {
    status: 503,
    code: "CONNECTION_ERROR",
    reason: "UNAVAILABLE",
    retryable: true,
  });
  const agent = agentIn(all);
  const starting = agent.client.start();
  await all.clock.advance(12);
  all.server.problems.clear();
  await all.clock.advance(1_000);
  await starting.catch(() => undefined);
  expect(agent.client.getState()).toMatchObject({ inboxHistory: "complete", inbox: [{ preview: "Hi" }] });
  expect(agent.received).toEqual([]);
});

test("a visitor's message moves the row, is told, and becomes delivered without opening the thread", async () => {
  const { clock, agent, visitor } = await met();
  void visitor.client.sendMessage({ content: "Anybody?" });
  await clock.advance(1_000);
  expect(agent.received).toEqual(["Anybody?"]);
  expect(agent.client.getState().inbox).toMatchObject([{ preview: "Anybody?", unread: 2 }]);
  expect(visitor.statuses.at(-1)).toBe("sent>delivered");
});

test("a watched thread has its history, gets every message, and a reply reaches the visitor", async () => {
  const { clock, agent, visitor, id } = await met();
  const unwatch = agent.client.watch(id);
  await clock.advance(1_000);
  const contents = (): readonly string[] =>
    agent.client
      .getState()
      .threads.get(id)
      ?.messages.map(({ content }) => content) ?? [];
  expect(contents()).toEqual(["Hi"]);
  void agent.client.sendMessage({ content: "Hello", conversationId: id });
  void visitor.client.sendMessage({ content: "Oh" });
  await clock.advance(1_000);
  expect(contents()).toEqual(["Hi", "Hello", "Oh"]);
  expect(visitor.received.map(({ content }) => content)).toEqual(["Hello"]);
  expect(agent.statuses).toEqual(["sending>sent", "sent>delivered"]);
  agent.client.setVisibleConversation(id);
  await clock.advance(1_000);
  expect(agent.client.getState().inbox.map(({ unread }) => unread)).toEqual([0]);
  expect(visitor.state().conversations[0]?.messages.map(({ status }) => status)).toEqual(
    ["read", "read", "read"].map((status, index) => (index === 1 ? "delivered" : status)),
  );
  unwatch();
  void visitor.client.sendMessage({ content: "Later" });
  await clock.advance(1_000);
  expect(contents()).toEqual(["Hi", "Hello", "Oh"]);
  agent.client.watch(id);
  await clock.advance(1_000);
  expect(contents()).toEqual(["Hi", "Hello", "Oh", "Later"]);
});

test("after an outage watched threads and the list are whole again, and what was missed is told", async () => {
  const { clock, server, agent, visitor, id } = await met();
  agent.client.watch(id);
  await clock.advance(11_000);
  agent.tab.set({ online: false });
  await clock.advance(1_000);
  void visitor.client.sendMessage({ content: "While you were away" });
  void agent.client.sendMessage({ content: "Typed offline", conversationId: id });
  await clock.advance(1_000);
  agent.tab.set({ online: true });
  await clock.advance(3_000);
  const thread = agent.client.getState().threads.get(id);
  expect(thread?.messages.map(({ content }) => content)).toEqual([
    "Hi",
    "While you were away",
    "Typed offline",
  ]);
  expect(agent.received).toEqual(["While you were away"]);
  expect(agent.errors.map(({ code }) => code)).toEqual(["NETWORK_ERROR"]);
  expect(server.model.rows.get(id)?.messages).toHaveLength(3);
});

test("a session that has ended elsewhere is told as signed out, once", async () => {
  const { clock, server, agent } = await met();
  await clock.advance(11_000);
  server.problems.set("/v1/stream/tickets", {
    status: 401,
    code: "AUTH_ERROR",
    reason: "TOKEN_INVALID",
    retryable: false,
  });
  server.closeAll(4004);
  await clock.advance(60_000);
  expect(agent.signedOut).toHaveLength(1);
  expect(agent.errors.filter(({ code }) => code === "AUTH_ERROR")).toHaveLength(1);
  expect(agent.client.getState().connection).toBe("stopped");
});

test("a tab does not go on as another agent who has signed in in this browser since", async () => {
  const { clock, server, agent, id } = await met();
  agent.tab.set({ online: false });
  void agent.client.sendMessage({ content: "In my name", conversationId: id });
  server.signedIn = "another agent";
  server.closeAll(4004);
  agent.tab.set({ online: true });
  await clock.advance(60_000);
  expect(agent.signedOut).toHaveLength(1);
  expect(agent.errors.at(-1)).toMatchObject({ code: "AUTH_ERROR" });
  expect(agent.client.getState().connection).toBe("stopped");
  expect(server.connections()).toBe(1);
  expect(server.model.rows.get(id)?.messages).toHaveLength(1);
});

test.each([401, 403, 404])(
  "a proxy that answers %i while its server is away does not stop the console",
  async (status) => {
    const { clock, server, agent } = await met();
    await clock.advance(11_000);
    server.problems.set("/v1/stream/tickets", { status, code: "", reason: "", retryable: false });
    server.closeAll(1006);
    await clock.advance(60_000);
    expect(agent.client.getState().connection).toBe("reconnecting");
    expect(agent.errors.map(({ details }) => details.reason)).toEqual(["UNREACHABLE"]);
    server.problems.clear();
    await clock.advance(60_000);
    expect(agent.client.getState().connection).toBe("online");
    expect(agent.signedOut).toEqual([]);
  },
);

test("a message to nowhere is refused here, and stop leaves nothing running", async () => {
  const { clock, agent } = await met();
  await expect(agent.client.sendMessage({ content: "?" })).rejects.toMatchObject({
    details: { reason: "NOT_FOUND" },
  });
  const before = clock.pending();
  agent.client.stop();
  expect(clock.pending()).toBeLessThan(before);
  expect(agent.client.getState().connection).toBe("idle");
});

test("an agent's message whose answer was lost a day ago turns out to be sent, though nobody watches the thread", async () => {
  const { clock, server, agent, id } = await met();
  server.fate = (_to, { type }) => (type === "sent" ? "drop" : "pass");
  const sending = agent.client.sendMessage({ content: "in time", conversationId: id });
  await clock.advance(20);
  server.reachable = false;
  server.closeAll(1006);
  await clock.advance(25 * 3_600_000);
  server.fate = () => "pass";
  server.reachable = true;
  await clock.advance(60_000);
  await expect(sending).resolves.toMatchObject({ content: "in time" });
  expect(agent.statuses[0]).toBe("sending>sent");
});

test("what a person does here is told at a pace, and the next hello tells how long ago it was", async () => {
  const { clock, server, agent } = await met();
  for (let second = 0; second < 40; second += 1) {
    agent.client.noteActivity();
    await clock.advance(1_000);
  }
  expect(server.idle.length).toBeGreaterThan(0);
  expect(server.idle.length).toBeLessThan(4);
  const told = server.idle.length;
  await clock.advance(60_000);
  expect(server.idle.length - told).toBeLessThan(2);
  server.closeAll(1006);
  await clock.advance(30_000);
  const hello = server.log.flatMap(({ frame }) => (frame.type === "hello" ? [frame] : [])).at(-1);
  expect(hello?.idleSeconds).toBeGreaterThanOrEqual(60);
});

test("a colleague who types, and stops, leaves it standing that the visitor types", async () => {
  const { clock, server, agent, id } = await met();
  agent.client.watch(id);
  await clock.advance(1_000);
  const shown = (): unknown => {
    const { inbox, threads } = agent.client.getState();
    return [inbox[0]?.typing, threads.get(id)?.typing];
  };
  server.tell({ type: "typing", conversation: id, active: true, from: "user" });
  for (const active of [true, false]) {
    server.tell({ type: "typing", conversation: id, active, from: "agent", name: "Grace" });
  }
  await clock.advance(1_000);
  expect(shown()).toEqual([true, { from: "user" }]);
  await clock.advance(6_000);
  server.tell({ type: "typing", conversation: id, active: true, from: "agent", name: "Grace" });
  await clock.advance(1_000);
  expect(shown()).toEqual([false, undefined]);
});

test("what was seen is what the thread shows, and what the list tells of one that was never opened", async () => {
  const { clock, agent, visitor, id } = await met();
  expect([agent.client.lastSeen(id), agent.client.lastSeen("unknown")]).toEqual([1, undefined]);
  void visitor.client.sendMessage({ content: "Anybody?" });
  await clock.advance(1_000);
  expect(agent.client.lastSeen(id)).toBe(2);
  const leave = agent.client.watch(id);
  await clock.advance(1_000);
  leave();
  void visitor.client.sendMessage({ content: "Hello?" });
  await clock.advance(1_000);
  expect(agent.client.lastSeen(id)).toBe(2);
});
