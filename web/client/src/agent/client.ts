import type { AgentClient, AgentOptions } from "./api";

/** Creates an agent's client; `start()` begins. */
export function createAgentClient(options: AgentOptions): AgentClient {
  throw new Error(`the agent's client of ${options.name} is written next`);
}
