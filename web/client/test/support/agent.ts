import { createAgentClient } from "../../src/index";
import type { AgentClient, WidgetError } from "../../src/index";
import { openTab } from "./browser";
import type { Tab } from "./browser";
import { world } from "./visitor";
import type { World } from "./visitor";

/** An agent's client in a tab of its own, and what it tells. */
export interface Agent {
  readonly client: AgentClient;
  readonly tab: Tab;
  readonly errors: WidgetError[];
  readonly received: string[];
  readonly statuses: string[];
  readonly signedOut: number[];
}

/** The client of the console of `agent`. */
export function clientIn(tab: Tab): AgentClient {
  return createAgentClient({
    baseUrl: "https://chat.example.com",
    name: "console/0.1.0",
    credentials: { kind: "cookie" },
    agentId: "agent",
    describe: (code, reason) => `${code} ${reason}`,
    environment: tab.environment,
  });
}

export function agentIn({ clock, server }: World): Agent {
  const tab = openTab({ clock, network: server, seed: 99 });
  const client = clientIn(tab);
  const agent: Agent = { client, tab, errors: [], received: [], statuses: [], signedOut: [] };
  client.on("error", (error) => agent.errors.push(error));
  client.on("messageReceived", ({ preview }) => agent.received.push(preview));
  client.on("messageStatus", ({ previous, status }) => agent.statuses.push(`${previous}>${status}`));
  client.on("signedOut", () => agent.signedOut.push(1));
  return agent;
}

/** A visitor who has written once, and an agent who has started. */
export async function met(): Promise<
  World & { agent: Agent; id: string; visitor: ReturnType<World["open"]> }
> {
  const all = world();
  const visitor = all.open();
  void visitor.client.sendMessage({ content: "Hi" });
  await all.clock.advance(1_000);
  const agent = agentIn(all);
  await Promise.all([agent.client.start(), all.clock.advance(1_000)]);
  return { ...all, agent, visitor, id: visitor.sent[0]?.conversationId ?? "" };
}
