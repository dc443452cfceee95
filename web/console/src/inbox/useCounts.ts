import type { AgentState, InboxCounts } from "@chask/client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api, useClient } from "../shell/client";

const paceMilliseconds = 2000;
const refreshMilliseconds = 60_000;

const countsKey = ["inboxCounts"] as const;

/// How many conversations each view holds: asked again when the list has changed, at most every two seconds.
export function useCounts(): InboxCounts | undefined {
  const client = useClient();
  const queries = useQueryClient();
  const counts = useQuery({
    queryKey: countsKey,
    queryFn: api.countInbox,
    refetchInterval: ({ state }) => (state.error === null ? refreshMilliseconds : false),
  });
  useEffect(() => {
    let timer: number | undefined;
    let inbox: AgentState["inbox"] = client.getState().inbox;
    const end = client.subscribe(() => {
      const now = client.getState().inbox;
      if (now !== inbox && timer === undefined) {
        timer = window.setTimeout(() => {
          timer = undefined;
          void queries.invalidateQueries({ queryKey: countsKey });
        }, paceMilliseconds);
      }
      inbox = now;
    });
    return () => {
      end();
      window.clearTimeout(timer);
    };
  }, [client, queries]);
  return counts.data;
}
