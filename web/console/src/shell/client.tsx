import {
  createAgentApi,
  createAgentClient,
  type AgentApi,
  type AgentClient,
  type AgentState,
} from "@chask/client";
import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
  type ReactElement,
  type ReactNode,
} from "react";

import { loadShown } from "../inbox/shown";
import { filterOf } from "../inbox/views";
import { watchActivity } from "../presence/activity";
import { version } from "../../package.json";

const common = {
  baseUrl: "",
  credentials: { kind: "cookie" },
  // The console words an error where it shows it, so that a change of language changes shown errors too.
  describe: (_code: string, reason: string): string => reason,
} as const;

/// The routes that need no stream.
export const api: AgentApi = createAgentApi(common);

const ClientContext = createContext<AgentClient | undefined>(undefined);

const AgentIdContext = createContext("");

/// Keeps one client with one connection while an agent is signed in.
export function ClientProvider({
  agentId,
  confined,
  onSignedOut,
  children,
}: {
  readonly agentId: string;
  /// Only one's own account answers yet: a connection would be refused, as if the session had ended.
  readonly confined: boolean;
  readonly onSignedOut: () => void;
  readonly children: ReactNode;
}): ReactElement | null {
  const queries = useQueryClient();
  const [client, setClient] = useState<AgentClient>();
  useEffect(() => {
    const filter = filterOf(loadShown(agentId));
    const created = createAgentClient({ ...common, name: `console/${version}`, agentId, filter });
    const end = created.on("signedOut", onSignedOut);
    const endHealing = created.on("connectionChanged", (now) => now === "online" && askAgain(queries));
    if (!confined) {
      void created.start();
    }
    const endActivity = watchActivity(created.noteActivity);
    // The effect owns the connection and its end; the state only hands it to the tree.
    // oxlint-disable-next-line react/set-state-in-effect
    setClient(created);
    return () => {
      end();
      endHealing();
      endActivity();
      created.stop();
    };
  }, [agentId, confined, onSignedOut, queries]);
  return client === undefined ? null : (
    <AgentIdContext value={agentId}>
      <ClientContext value={client}>{children}</ClientContext>
    </AgentIdContext>
  );
}

/// What could not be loaded and is shown may be there now: the server is. That the browser has a network says less.
function askAgain(queries: QueryClient): void {
  void queries.refetchQueries({ type: "active", predicate: ({ state }) => state.status === "error" });
}

/// Who is signed in.
export function useAgentId(): string {
  return useContext(AgentIdContext);
}

export function useClient(): AgentClient {
  const client = useContext(ClientContext);
  if (client === undefined) {
    throw new Error("useClient outside of ClientProvider");
  }
  return client;
}

/// A part of the client's state, live. `select` must give the same value for the same state.
export function useClientState<T>(select: (state: AgentState) => T): T {
  const client = useClient();
  const subscribe = useCallback((changed: () => void) => client.subscribe(changed), [client]);
  return useSyncExternalStore(subscribe, () => select(client.getState()));
}

/// Whether the list stands.
export function isListed({ inboxHistory }: AgentState): boolean {
  return inboxHistory === "more" || inboxHistory === "complete";
}
