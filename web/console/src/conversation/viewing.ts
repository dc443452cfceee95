import type { Viewer } from "@chask/client";
import { useEffect } from "react";
import { useClient, useClientState } from "../shell/client";

const none: readonly Viewer[] = [];

/// The colleagues who have the conversation before them.
export function useViewers(id: string): readonly Viewer[] {
  return useClientState((state) => state.viewers.get(id) ?? none);
}

/// Tells the colleagues that this conversation is before the agent, while its page is seen.
export function useViewing(id: string): void {
  const client = useClient();
  useEffect(() => {
    const tell = (): void => client.setViewing(document.visibilityState === "visible" ? id : null);
    tell();
    document.addEventListener("visibilitychange", tell);
    return () => {
      document.removeEventListener("visibilitychange", tell);
      client.setViewing(null);
    };
  }, [client, id]);
}
