import { expect, test } from "vitest";
import { world } from "./support/visitor";
import type { Visitor, World } from "./support/visitor";

/** Two tabs of one profile, both connected; the first one leads. */
async function twoTabs(): Promise<World & { leader: Visitor; follower: Visitor }> {
  const all = world();
  const leader = all.open();
  await Promise.all([leader.client.connect(), all.clock.advance(1_000)]);
  const follower = all.open();
  await Promise.all([follower.client.connect(), all.clock.advance(1_000)]);
  return { ...all, leader, follower };
}

function numbered(name: string): readonly string[] {
  return Array.from({ length: 25 }, (_, index) => `${name} ${index}`);
}

test("tabs of one profile are one visitor on one connection, and both see everything", async () => {
  const { clock, server, leader, follower } = await twoTabs();
  expect(server.connections()).toBe(1);
  expect(follower.state().connection).toBe("online");
  expect(follower.state().visitorId).toBe(leader.state().visitorId);
  void follower.client.sendMessage({ content: "from the follower" });
  await clock.advance(100);
  void leader.client.sendMessage({ content: "from the leader" });
  await clock.advance(1_000);
  server.agentSays(follower.sent[0]?.conversationId ?? "", "to both");
  await clock.advance(1_000);
  const all = ["from the follower", "from the leader", "to both"];
  expect(leader.contents()).toEqual(all);
  expect(follower.contents()).toEqual(all);
  expect(follower.sent.map(({ content }) => content)).toEqual(["from the follower"]);
  expect(leader.sent.map(({ content }) => content)).toEqual(["from the leader"]);
  expect([...leader.received, ...follower.received].map(({ content }) => content)).toEqual(["to both"]);
  expect(leader.unread.at(-1)).toBe(1);
  expect(follower.unread.at(-1)).toBe(1);
});

test("the page that was looked at last tells of an agent's message; if it is gone, another one does", async () => {
  const { clock, server, leader, follower } = await twoTabs();
  void leader.client.sendMessage({ content: "Hi" });
  await clock.advance(1_000);
  const id = leader.sent[0]?.conversationId ?? "";
  leader.tab.set({ focused: false });
  follower.tab.set({ focused: false });
  follower.tab.set({ focused: true });
  server.agentSays(id, "one");
  await clock.advance(1_000);
  leader.tab.set({ focused: true });
  server.agentSays(id, "two");
  await clock.advance(1_000);
  expect(follower.received.map(({ content }) => content)).toEqual(["one"]);
  expect(leader.received.map(({ content }) => content)).toEqual(["two"]);
  leader.tab.kill();
  await clock.advance(2_000);
  server.agentSays(id, "three");
  await clock.advance(1_000);
  expect(follower.received.map(({ content }) => content)).toEqual(["one", "three"]);
});

test("offline with 50 queued in two tabs, the leader killed: all arrive once, each tab's in order", async () => {
  const { clock, server, leader, follower } = await twoTabs();
  await clock.advance(10_000);
  server.reachable = false;
  server.closeAll(1006);
  for (let index = 0; index < 25; index++) {
    void leader.client.sendMessage({ content: `leader ${index}` });
    void follower.client.sendMessage({ content: `follower ${index}` });
  }
  await clock.advance(5_000);
  leader.tab.kill();
  server.reachable = true;
  await clock.advance(60_000);
  const contents = server.model
    .of(follower.state().visitorId ?? "")
    .flatMap(({ messages }) => messages.map(({ content }) => content));
  expect(contents).toHaveLength(50);
  expect(contents.filter((content) => content.startsWith("leader"))).toEqual(numbered("leader"));
  expect(contents.filter((content) => content.startsWith("follower"))).toEqual(numbered("follower"));
  expect(follower.sent).toHaveLength(50);
  expect(follower.contents()).toEqual(contents);
});

test("a frozen leader loses its place to a tab somebody looks at, and follows when it wakes", async () => {
  const { clock, server, leader, follower } = await twoTabs();
  leader.tab.set({ visible: false, focused: false });
  leader.tab.freeze(true);
  await clock.advance(30_000);
  expect(follower.state().connection).toBe("online");
  void follower.client.sendMessage({ content: "Hi" });
  await clock.advance(1_000);
  expect(follower.sent).toHaveLength(1);
  leader.tab.freeze(false);
  await clock.advance(30_000);
  expect(server.connections()).toBe(1);
  expect(leader.contents()).toEqual(["Hi"]);
});

test("logout in one tab logs out all of them", async () => {
  const { clock, server, leader, follower } = await twoTabs();
  void leader.client.sendMessage({ content: "Hi" });
  await clock.advance(1_000);
  await Promise.all([follower.client.logout(), clock.advance(1_000)]);
  expect(leader.state()).toMatchObject({ conversations: [], connection: "idle" });
  expect(server.connections()).toBe(0);
});

test("a failed message is seen, retried and deleted from any tab", async () => {
  const { clock, server, leader, follower } = await twoTabs();
  server.refusals.set("bad", {
    type: "error",
    code: "SEND_ERROR",
    reason: "CONTENT_INVALID_CHARACTERS",
    message: "",
    retryable: false,
  });
  void leader.client.sendMessage({ content: "bad" });
  await clock.advance(1_000);
  const [failed] = follower.state().conversations[0]?.messages ?? [];
  expect(failed).toMatchObject({ content: "bad", status: "failed" });
  expect(follower.errors).toEqual([]);
  expect(leader.errors).toHaveLength(1);
  server.refusals.clear();
  void follower.client.retryMessage(failed?.id ?? "");
  await clock.advance(1_000);
  expect(leader.state().conversations[0]?.messages[0]?.status).toBe("sent");
  expect(follower.sent).toHaveLength(1);
  expect(leader.sent).toHaveLength(0);
});

test("an outage is told once in each tab, whichever tab leads", async () => {
  const { clock, server, leader, follower } = await twoTabs();
  await clock.advance(11_000);
  server.reachable = false;
  server.closeAll(1006);
  await clock.advance(5_000);
  leader.tab.kill();
  await clock.advance(60_000);
  expect(leader.errors).toHaveLength(1);
  expect(follower.errors).toHaveLength(1);
});

test("without Web Locks each tab has its own connection, and still nothing is told twice", async () => {
  const { clock, server, open } = world();
  const first = open({}, { insecure: true });
  await Promise.all([first.client.connect(), clock.advance(1_000)]);
  const second = open({}, { insecure: true });
  await Promise.all([second.client.connect(), clock.advance(1_000)]);
  expect(server.connections()).toBe(2);
  expect(second.state().visitorId).toBe(first.state().visitorId);
  void first.client.sendMessage({ content: "Hi" });
  await clock.advance(1_000);
  server.agentSays(first.sent[0]?.conversationId ?? "", "Hello");
  await clock.advance(5_000);
  expect(second.contents()).toEqual(["Hi", "Hello"]);
  expect([...first.received, ...second.received]).toHaveLength(1);
  expect([...first.sent, ...second.sent]).toHaveLength(1);
});

test("two tabs that begin at the same moment without Web Locks become one visitor", async () => {
  const { clock, open } = world();
  const tabs = [open({}, { insecure: true }), open({}, { insecure: true })];
  tabs.forEach(({ client }) => void client.sendMessage({ content: "Hi" }));
  await clock.advance(5_000);
  const [first, second] = tabs.map(({ state }) => state());
  expect(first?.visitorId).toBe(second?.visitorId);
  expect(first?.conversations.map(({ id }) => id)).toEqual(second?.conversations.map(({ id }) => id));
  expect(first?.conversations).toHaveLength(1);
});
