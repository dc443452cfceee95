import type { AgentPresence } from "@chask/client";
import type { Key } from "../shell/locale";
import { useClientState } from "../shell/client";

export type PresenceState = AgentPresence["state"];

/// How an agent is seen at the moment.
export function usePresenceOf(agentId: string): PresenceState {
  return useClientState((state) => state.presence.get(agentId)?.state ?? "offline");
}

export const presenceKeys: Readonly<Record<PresenceState, Key>> = {
  online: "presence.online",
  away: "presence.away",
  offline: "presence.offline",
};
