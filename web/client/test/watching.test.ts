import type { Inbox } from "@chask/wire";
import { expect, test } from "vitest";
import { agentIn, met } from "./support/agent";
import type { Agent } from "./support/agent";
import type { TestServer } from "./support/server";
import { world } from "./support/visitor";

const busy = { status: 503, code: "CONNECTION_ERROR", reason: "BUSY", retryable: true } as const;
const refused = { status: 403, code: "SEND_ERROR", reason: "REFUSED", retryable: false } as const;

/** A colleague changes the status; whoever is connected is told. */
function setStatus(server: TestServer, id: string, status: "open" | "resolved"): void {
  const row = server.model.rows.get(id);
  if (row !== undefined) {
    row.status = status;
    server.tell(server.model.inbox(row));
  }
}

function statusIn({ client }: Agent, id: string): string | undefined {
  return client.getState().threads.get(id)?.status;
}

function contentsIn({ client }: Agent, id: string): readonly string[] | undefined {
  return client
    .getState()
    .threads.get(id)
    ?.messages.map(({ content }) => content);
}

function reasonIn({ client }: Agent, id: string): string | undefined {
  return client.getState().troubles.get(id)?.details.reason;
}

test("a thread that the agent has left has the status that a colleague gives it, also when he comes back", async () => {
  const { clock, server, agent, id } = await met();
  const leave = agent.client.watch(id);
  await clock.advance(1_000);
  leave();
  setStatus(server, id, "resolved");
  await clock.advance(1_000);
  expect(statusIn(agent, id)).toBe("resolved");
  agent.client.watch(id);
  await clock.advance(1_000);
  expect(statusIn(agent, id)).toBe("resolved");
});

test("a status that was changed while there was no connection is seen after it, watched or left before", async () => {
  const { clock, server, agent, id } = await met();
  const leave = agent.client.watch(id);
  await clock.advance(11_000);
  for (const [status, back] of [
    ["resolved", leave],
    ["open", () => agent.client.watch(id)],
  ] as const) {
    agent.tab.set({ online: false });
    // oxlint-disable-next-line no-await-in-loop -- one outage after the other
    await clock.advance(1_000);
    setStatus(server, id, status);
    agent.tab.set({ online: true });
    // oxlint-disable-next-line no-await-in-loop
    await clock.advance(11_000);
    back();
    // oxlint-disable-next-line no-await-in-loop
    await clock.advance(1_000);
    expect(statusIn(agent, id)).toBe(status);
  }
});

test("the status an answer tells holds at once, and no frame that it has overtaken takes it back", async () => {
  const { clock, server, agent, id } = await met();
  agent.client.watch(id);
  await clock.advance(1_000);
  const work = { tags: [], notes: 0, events: 1, mentioned: false };
  const told = {
    id,
    lastSequence: 1,
    unread: 0,
    createdAt: new Date(0),
    visitor: { id: "v", attributes: {} },
  };
  agent.client.noteDetails({ ...told, status: "resolved", work });
  expect(statusIn(agent, id)).toBe("resolved");
  expect(agent.client.getState().work.get(id)?.events).toBe(1);
  setStatus(server, id, "open");
  await clock.advance(1_000);
  expect(statusIn(agent, id)).toBe("resolved");
  server.tell(later(server, id));
  await clock.advance(1_000);
  expect(statusIn(agent, id)).toBe("open");
});

test("a status that is told while a conversation is asked for holds, although the answer was true before it", async () => {
  const { clock, server, agent, id } = await met();
  server.delay = () => 100;
  agent.client.watch(id);
  await clock.advance(150);
  server.delay = () => 0;
  server.tell({ ...later(server, id), status: "resolved" });
  await clock.advance(1_000);
  expect(statusIn(agent, id)).toBe("resolved");
  expect(contentsIn(agent, id)).toEqual(["Hi"]);
});

/** What is told of the conversation once its log has grown by two lines. */
function later({ model }: TestServer, id: string): Inbox {
  const row = model.rows.get(id);
  if (row === undefined) {
    throw new Error(`there is no conversation ${id}`);
  }
  return { ...model.inbox(row), events: 2 };
}

test.for(["", "/messages"])(
  "a thread whose GET …%s fails at first says why, and comes by itself without a new connection",
  async (part) => {
    const { clock, server, agent, id } = await met();
    server.problems.set(`/v1/conversations/${id}${part}`, busy);
    agent.client.watch(id);
    await clock.advance(5_000);
    expect(reasonIn(agent, id)).toBe("BUSY");
    expect(contentsIn(agent, id) ?? []).toEqual([]);
    server.problems.clear();
    await clock.advance(25_000);
    expect(contentsIn(agent, id)).toEqual(["Hi"]);
    expect(reasonIn(agent, id)).toBeUndefined();
    expect(agent.client.getState().connection).toBe("online");
  },
);

test("a thread that is refused for good is asked for again only when the agent wants it, and tells it once", async () => {
  const { clock, server, agent, id } = await met();
  const path = `/v1/conversations/${id}`;
  const asked = (): number => server.requests.filter((request) => request.path === path).length;
  server.problems.set(path, refused);
  agent.client.watch(id);
  await clock.advance(60_000);
  expect(asked()).toBe(1);
  expect(agent.errors).toHaveLength(1);
  server.problems.clear();
  await Promise.all([agent.client.loadHistory(id), clock.advance(1_000)]);
  expect(contentsIn(agent, id)).toEqual(["Hi"]);
  expect(reasonIn(agent, id)).toBeUndefined();
});

test("nobody asks again for a thread that the agent has left", async () => {
  const { clock, server, agent, id } = await met();
  server.problems.set(`/v1/conversations/${id}`, busy);
  const leave = agent.client.watch(id);
  await clock.advance(1_000);
  leave();
  await clock.advance(1_000);
  const before = server.requests.length;
  await clock.advance(20_000);
  expect(server.requests.slice(before).filter(({ path }) => path.includes(id))).toEqual([]);
});

test("older messages that could not be loaded say why until they come", async () => {
  const { clock, server, agent, id } = await met();
  for (let number = 2; number <= 60; number += 1) {
    server.agentSays(id, `message ${number}`);
  }
  await clock.advance(1_000);
  agent.client.watch(id);
  await clock.advance(1_000);
  expect(contentsIn(agent, id)).toHaveLength(50);
  server.problems.set(`/v1/conversations/${id}/messages`, busy);
  const failed = agent.client.loadHistory(id).catch(() => "failed");
  await clock.advance(1_000);
  expect(await failed).toBe("failed");
  expect(reasonIn(agent, id)).toBe("BUSY");
  expect(contentsIn(agent, id)).toHaveLength(50);
  server.problems.clear();
  await Promise.all([agent.client.loadHistory(id), clock.advance(1_000)]);
  expect(contentsIn(agent, id)).toHaveLength(60);
  expect(reasonIn(agent, id)).toBeUndefined();
});

test("of a thread that has not come, in no list that has, nothing was seen", async () => {
  const all = world();
  const visitor = all.open();
  void visitor.client.sendMessage({ content: "Hi" });
  await all.clock.advance(1_000);
  const id = visitor.sent[0]?.conversationId ?? "";
  all.server.problems.set("/v1/conversations", busy);
  all.server.problems.set(`/v1/conversations/${id}/messages`, busy);
  const { client } = agentIn(all);
  await Promise.all([client.start().catch(() => undefined), all.clock.advance(1_000)]);
  client.watch(id);
  await all.clock.advance(1_000);
  expect(client.lastSeen(id)).toBeUndefined();
  all.server.problems.clear();
  await all.clock.advance(25_000);
  expect(client.lastSeen(id)).toBe(1);
});
