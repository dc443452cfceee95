import type { AgentApi, AgentApiOptions } from "./api";

/** The agents' routes over `fetch`. */
export function createAgentApi(options: AgentApiOptions): AgentApi {
  throw new Error(`the agents' routes at ${options.baseUrl} are written next`);
}
