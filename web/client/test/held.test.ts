import { expect, test } from "vitest";
import type { AgentClient } from "../src/index";
import { clientIn } from "./support/agent";
import { fakeProfile, openTab } from "./support/browser";
import type { Profile, Tab } from "./support/browser";
import { world } from "./support/visitor";
import type { World } from "./support/visitor";

interface Agent {
  readonly client: AgentClient;
  readonly tab: Tab;
}

let seed = 40;

function agentIn({ clock, server }: World, profile: Profile, insecure: boolean = false): Agent {
  seed += 1;
  const tab = openTab({ clock, network: server, profile, seed, insecure });
  return { client: clientIn(tab), tab };
}

/** A visitor who has written once, and an agent who looks at his conversation. */
async function met(): Promise<World & { agent: Agent; profile: Profile; id: string; said: () => string[] }> {
  const all = world();
  const visitor = all.open();
  void visitor.client.sendMessage({ content: "Hi" });
  await all.clock.advance(1_000);
  const profile = fakeProfile();
  const agent = agentIn(all, profile);
  await Promise.all([agent.client.start(), all.clock.advance(1_000)]);
  const id = visitor.sent[0]?.conversationId ?? "";
  agent.client.watch(id);
  await all.clock.advance(1_000);
  const said = (): string[] =>
    [...all.server.model.rows.values()]
      .flatMap(({ messages }) => messages)
      .filter(({ sender }) => sender === "agent")
      .map(({ content }) => content);
  return { ...all, agent, profile, id, said };
}

test("a held message stands in its thread and goes when its time has come", async () => {
  const { clock, agent, id, said } = await met();
  const message = agent.client.holdMessage({ content: "Hello", conversationId: id }, 5_000);
  const now = (): unknown => agent.client.getState().threads.get(id)?.messages.at(-1);
  expect(now()).toMatchObject({ id: message, content: "Hello", status: "sending" });
  expect([...agent.client.getState().held.keys()]).toEqual([message]);
  await clock.advance(4_900);
  expect(said()).toEqual([]);
  await clock.advance(1_000);
  expect(said()).toEqual(["Hello"]);
  expect(agent.client.getState().held.size).toBe(0);
  expect(now()).toMatchObject({ id: message, content: "Hello" });
});

test("what is taken back is never sent, by this tab or by the next", async () => {
  const all = await met();
  const { clock, agent, id, said, profile } = all;
  const message = agent.client.holdMessage({ content: "Wrong", conversationId: id }, 5_000);
  await clock.advance(4_000);
  expect(agent.client.takeBackMessage(message)).toMatchObject({ content: "Wrong", conversationId: id });
  expect(agent.client.getState().threads.get(id)?.messages).toHaveLength(1);
  expect(agent.client.takeBackMessage(message)).toBeUndefined();
  await clock.advance(100);
  agent.tab.kill();
  const next = agentIn(all, profile);
  await Promise.all([next.client.start(), clock.advance(60_000)]);
  expect(said()).toEqual([]);
});

test("after its time nothing is taken back", async () => {
  const { clock, agent, id } = await met();
  const message = agent.client.holdMessage({ content: "Hello", conversationId: id }, 5_000);
  await clock.advance(5_000);
  expect(agent.client.takeBackMessage(message)).toBeUndefined();
});

test("the next tab sends once what a crashed one has held", async () => {
  const all = await met();
  const { clock, agent, id, said, profile } = all;
  agent.client.holdMessage({ content: "Hello", conversationId: id }, 5_000);
  await clock.advance(1_000);
  agent.tab.kill();
  const next = agentIn(all, profile);
  await Promise.all([next.client.start(), clock.advance(1_000)]);
  expect(said()).toEqual([]);
  await clock.advance(20_000);
  expect(said()).toEqual(["Hello"]);
  const last = agentIn(all, profile);
  await Promise.all([last.client.start(), clock.advance(60_000)]);
  expect(said()).toEqual(["Hello"]);
});

test("two living tabs send it once", async () => {
  const all = await met();
  const { clock, agent, id, said, profile } = all;
  agent.client.holdMessage({ content: "Hello", conversationId: id }, 5_000);
  const other = agentIn(all, profile);
  await Promise.all([other.client.start(), clock.advance(60_000)]);
  expect(said()).toEqual(["Hello"]);
});

test("a page that goes sends at once what it holds", async () => {
  const { clock, agent, id, said } = await met();
  agent.client.holdMessage({ content: "Hello", conversationId: id }, 5_000);
  agent.client.sendHeldMessages();
  await clock.advance(100);
  expect(said()).toEqual(["Hello"]);
});

test("a later message does not overtake a held one", async () => {
  const { clock, agent, id, said } = await met();
  agent.client.holdMessage({ content: "First", conversationId: id }, 5_000);
  void agent.client.sendMessage({ content: "Second", conversationId: id });
  await clock.advance(1_000);
  expect(said()).toEqual(["First", "Second"]);
});

test("what is held while there is no connection goes when there is one", async () => {
  const { clock, agent, id, said, server } = await met();
  agent.tab.set({ online: false });
  server.closeAll(1006);
  agent.client.holdMessage({ content: "Hello", conversationId: id }, 5_000);
  await clock.advance(10_000);
  expect(agent.client.getState().held.size).toBe(0);
  agent.tab.set({ online: true });
  await clock.advance(60_000);
  expect(said()).toEqual(["Hello"]);
});

/** Two tabs of one profile that lose their network; the first writes, and is gone before there is one again. */
async function left(
  write: (agent: Agent, id: string) => void,
  insecure: boolean = false,
): Promise<Awaited<ReturnType<typeof met>>> {
  const all = await met();
  const { clock, agent, id, server, profile } = all;
  const other = agentIn(all, profile, insecure);
  await Promise.all([other.client.start(), clock.advance(1_000)]);
  other.client.watch(id);
  await clock.advance(1_000);
  server.reachable = false;
  server.closeAll(1006);
  await clock.advance(1_000);
  write(agent, id);
  await clock.advance(1_000);
  agent.tab.kill();
  await clock.advance(1_000);
  server.reachable = true;
  await clock.advance(60_000);
  return { ...all, agent: other };
}

test("a tab that was open already sends what another one has left when it was closed without a network", async () => {
  const { said, agent, id } = await left(({ client }, conversationId) => {
    void client.sendMessage({ content: "First", conversationId });
    void client.sendMessage({ content: "Second", conversationId });
  });
  expect(said()).toEqual(["First", "Second"]);
  const shown = agent.client.getState().threads.get(id)?.messages ?? [];
  expect(shown.map(({ content, status }) => [content, status]).slice(1)).toEqual([
    ["First", "delivered"],
    ["Second", "delivered"],
  ]);
});

test("it does so too where the browser cannot tell whether a tab lives", async () => {
  const { said } = await left(({ client }, conversationId) => {
    void client.sendMessage({ content: "First", conversationId });
  }, true);
  expect(said()).toEqual(["First"]);
});

test("a tab that was open already sends once what a crashed one has held", async () => {
  const { said, clock, agent, server } = await left(({ client }, conversationId) => {
    client.holdMessage({ content: "Hello", conversationId }, 5_000);
  });
  expect(said()).toEqual(["Hello"]);
  const before = clock.pending();
  server.closeAll(1006);
  await clock.advance(60_000);
  expect(clock.pending()).toBe(before);
  expect(said()).toEqual(["Hello"]);
  agent.client.stop();
});

test("timers for what another tab holds do not grow in number with each connection", async () => {
  const all = await met();
  const { clock, agent, id, server, profile } = all;
  const other = agentIn(all, profile);
  await Promise.all([other.client.start(), clock.advance(11_000)]);
  agent.client.holdMessage({ content: "Hello", conversationId: id }, 3_600_000);
  server.closeAll(1006);
  await clock.advance(60_000);
  const before = clock.pending();
  server.closeAll(1006);
  await clock.advance(60_000);
  expect(clock.pending()).toBe(before);
});

test("a tab does not show as its own what a living one has failed to send", async () => {
  const all = await met();
  const { clock, agent, id, server, profile } = all;
  const refusal = { code: "SEND_ERROR", reason: "BLOCKED", message: "", retryable: false } as const;
  server.refusals.set("No", { type: "error", ref: "", ...refusal });
  agent.client.sendMessage({ content: "No", conversationId: id }).catch(() => undefined);
  await clock.advance(1_000);
  const other = agentIn(all, profile);
  await Promise.all([other.client.start(), clock.advance(1_000)]);
  other.client.watch(id);
  server.closeAll(1006);
  await clock.advance(60_000);
  const shownIn = ({ client }: Agent): unknown =>
    client
      .getState()
      .threads.get(id)
      ?.messages.map(({ status }) => status);
  expect(shownIn(agent)).toEqual(["delivered", "failed"]);
  expect(shownIn(other)).toEqual(["delivered"]);
  agent.tab.kill();
  await clock.advance(1_000);
  expect(shownIn(other)).toEqual(["delivered", "failed"]);
});
