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

function agentIn({ clock, server }: World, profile: Profile): Agent {
  seed += 1;
  const tab = openTab({ clock, network: server, profile, seed });
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
