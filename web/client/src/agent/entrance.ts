import { Failed, failing } from "../failure";
import type { StreamSource } from "../link/stream";
import { nothing } from "../rest";
import type { Ask } from "../rest";
import { isTicket } from "./rest";

/** How an agent's stream is opened, and why it is not. */
export type Entrance = Pick<StreamSource, "credentials" | "explain">;

/**
 * The entrance of this agent's stream. The cookie is the browser's: once somebody else signs in in another tab, requests
 * of this one go in his name. His ticket is not used, or what the agent has written here would be sent as the other's.
 */
export function createEntrance(ask: Ask, agentId: string): Entrance {
  return {
    credentials: async () => {
      const answer = await ask({ method: "POST", path: "/v1/stream/tickets" }, isTicket);
      // A server that is older than this page does not tell.
      if ((answer.agentId ?? agentId) !== agentId) {
        throw new Failed(failing("AUTH_ERROR", "TICKET_INVALID"));
      }
      return answer.ticket;
    },
    explain: async () => {
      await ask({ method: "GET", path: "/v1/sessions/current" }, nothing);
    },
  };
}
