import { expect, test } from "vitest";
import { world } from "./support/visitor";
import type { Visitor, World } from "./support/visitor";

/** Of the settings: resolved conversations take no more messages. */
const closing = { reopen: false } as const;

/** An agent resolves the conversation, or opens it; the visitor is told, if he is there. */
function setStatus({ server }: World, id: string, status: "open" | "resolved"): void {
  const row = server.model.rows.get(id);
  if (row !== undefined) {
    row.status = status;
    server.tell({ type: "receipt", conversation: id, delivered: 0, read: 0, ownRead: 0, status });
  }
}

/** What is stored, by conversation. */
function stored({ server }: World): readonly (readonly string[])[] {
  return [...server.model.rows.values()].map(({ messages }) => messages.map(({ content }) => content));
}

/** A visitor has written "first", and an agent has resolved it. */
async function resolved(options: { readonly reopen?: boolean } = closing): Promise<World & Met> {
  const all = world();
  all.server.model.reopens = false;
  const visitor = all.open(options);
  void visitor.client.sendMessage({ content: "first" });
  await all.clock.advance(1_000);
  const id = visitor.sent[0]?.conversationId ?? "";
  setStatus(all, id, "resolved");
  await all.clock.advance(1_000);
  return { ...all, visitor, id };
}

interface Met {
  readonly visitor: Visitor;
  readonly id: string;
}

test("a resolved conversation stays shown, and the next message begins another, which is shown then", async () => {
  const all = await resolved();
  const { client } = all.visitor;
  expect(all.visitor.state().currentConversationId).toBe(all.id);
  for (const content of ["second", "third"]) {
    void client.sendMessage({ content });
  }
  await all.clock.advance(1_000);
  expect(stored(all)).toEqual([["first"], ["second", "third"]]);
  expect(all.visitor.state().currentConversationId).toBe(all.visitor.sent[1]?.conversationId);
  expect(all.visitor.told).toEqual([
    "conversationStarted",
    "messageSent",
    "conversationStarted",
    "messageSent",
    "messageSent",
  ]);
  setStatus(all, all.visitor.sent[1]?.conversationId ?? "", "resolved");
  await all.clock.advance(1_000);
  void client.sendMessage({ content: "fourth" });
  await all.clock.advance(1_000);
  expect(stored(all)).toEqual([["first"], ["second", "third"], ["fourth"]]);
  expect(all.visitor.errors).toEqual([]);
});

test("what is written before the conversations are known goes into a new one when all are resolved", async () => {
  const all = await resolved();
  all.visitor.tab.kill();
  const next = all.open(closing);
  for (const content of ["second", "third"]) {
    void next.client.sendMessage({ content });
  }
  await all.clock.advance(5_000);
  expect(stored(all)).toEqual([["first"], ["second", "third"]]);
  expect(next.errors).toEqual([]);
});

test("who has chosen a resolved conversation sees it until he writes", async () => {
  const all = await resolved();
  const { client } = all.visitor;
  void client.sendMessage({ content: "second" });
  await all.clock.advance(1_000);
  client.choose(all.id);
  expect(all.visitor.state().currentConversationId).toBe(all.id);
  void client.sendMessage({ content: "third" });
  await all.clock.advance(1_000);
  expect(stored(all)).toEqual([["first"], ["second", "third"]]);
  expect(all.visitor.state().currentConversationId).toBe(all.visitor.sent[2]?.conversationId);
});

/** The visitor reads an older conversation, which is resolved; another tab of his has begun the newer one. */
async function reading(): Promise<World & Met & { readonly other: Visitor }> {
  const all = await resolved();
  const other = all.open(closing);
  await Promise.all([other.client.connect(), all.clock.advance(1_000)]);
  void other.client.sendMessage({ content: "second" });
  await all.clock.advance(1_000);
  all.visitor.client.choose(all.id);
  return { ...all, other };
}

test("who reads a resolved conversation goes on reading it when the connection is cut and comes back", async () => {
  const all = await reading();
  all.server.closeAll(1006);
  await all.clock.advance(60_000);
  expect(all.visitor.connections.slice(-2)).toEqual(["reconnecting", "online"]);
  expect(all.visitor.state().conversations.map(({ status }) => status)).toEqual(["open", "resolved"]);
  expect(all.visitor.state().currentConversationId).toBe(all.id);
});

test("who reads a resolved conversation goes on reading it when another tab is closed and an agent writes", async () => {
  const all = await reading();
  all.other.tab.kill();
  await all.clock.advance(60_000);
  all.server.agentSays(all.other.sent[0]?.conversationId ?? "", "an answer");
  await all.clock.advance(1_000);
  expect(all.visitor.contents()).toEqual(["second", "an answer"]);
  expect(all.visitor.state().conversations.map(({ status }) => status)).toEqual(["open", "resolved"]);
  expect(all.visitor.state().currentConversationId).toBe(all.id);
});

test("a message for a resolved conversation by its id fails, and its retry begins another, which is shown then", async () => {
  const all = await resolved();
  const { client } = all.visitor;
  const sending = client.sendMessage({ content: "second", conversationId: all.id });
  await all.clock.advance(1_000);
  await expect(sending).rejects.toMatchObject({ details: { reason: "CONVERSATION_CLOSED" } });
  void client.sendMessage({ content: "third", conversationId: all.id });
  await all.clock.advance(1_000);
  client.choose(all.id);
  for (const { id, status } of all.visitor.state().conversations[0]?.messages ?? []) {
    void (status === "failed" && client.retryMessage(id));
  }
  await all.clock.advance(1_000);
  expect(stored(all)).toEqual([["first"], ["second", "third"]]);
  expect(all.visitor.contents()).toEqual(["second", "third"]);
  expect(all.visitor.state().currentConversationId).toBe(all.visitor.sent[1]?.conversationId);
});

test("a page that is older than the setting fails once: the retry begins another conversation", async () => {
  const all = await resolved({ reopen: true });
  const { client } = all.visitor;
  void client.sendMessage({ content: "second" });
  await all.clock.advance(1_000);
  expect(all.visitor.errors).toMatchObject([{ details: { reason: "CONVERSATION_CLOSED" } }]);
  const failed = all.visitor.state().conversations[0]?.messages.at(-1);
  void client.retryMessage(failed?.id ?? "");
  await all.clock.advance(1_000);
  void client.sendMessage({ content: "third" });
  await all.clock.advance(1_000);
  expect(stored(all)).toEqual([["first"], ["second", "third"]]);
  expect(all.visitor.errors).toHaveLength(1);
});

test("where messages open a conversation again, the next one goes into the resolved one", async () => {
  const all = await resolved({});
  all.server.model.reopens = true;
  void all.visitor.client.sendMessage({ content: "second" });
  await all.clock.advance(1_000);
  expect(stored(all)).toEqual([["first", "second"]]);
});

test("a message without a conversation goes into the one that was chosen, also into a new one", async () => {
  const all = await resolved({});
  all.server.model.reopens = true;
  const { client } = all.visitor;
  client.choose();
  void client.sendMessage({ content: "second" });
  await all.clock.advance(1_000);
  client.choose(all.id);
  void client.sendMessage({ content: "third" });
  await all.clock.advance(1_000);
  expect(stored(all)).toEqual([["first", "third"], ["second"]]);
});

test("what is written in a new conversation before the others are known stays in it", async () => {
  const all = await resolved({});
  all.visitor.tab.kill();
  const { client } = all.open();
  client.choose();
  void client.sendMessage({ content: "second" });
  await all.clock.advance(5_000);
  expect(stored(all)).toEqual([["first"], ["second"]]);
});
