import type { AgentState, InboxCounts } from "@chask/client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api, useClient } from "../shell/client";

const paceMilliseconds = 2000;
const refreshMilliseconds = 60_000;

const countsKey = ["inboxCounts"] as const;

/// How many conversations each view holds, and what is unread; undefined until it is known.
export function useCounts(): InboxCounts | undefined {
  return useQuery({ queryKey: countsKey, queryFn: api.countInbox, enabled: false }).data;
}

/// Asks for the counts, once for everybody who shows them, and again when something was told of a conversation, in the
/// list or not, at most every two seconds.
export function useCounting(enabled: boolean): void {
  const client = useClient();
  const queries = useQueryClient();
  useQuery({
    queryKey: countsKey,
    queryFn: api.countInbox,
    enabled,
    // Whoever shows them is told; here nothing is.
    notifyOnChangeProps: [],
    refetchInterval: refreshMilliseconds,
  });
  useEffect(() => {
    let timer: number | undefined;
    let before = seenOf(client.getState());
    let late = false;
    const countSoon = (): void => {
      if (timer !== undefined) {
        // What was read a moment before the server is asked may not stand there yet.
        late = true;
        return;
      }
      timer = window.setTimeout(() => {
        timer = undefined;
        void queries.invalidateQueries({ queryKey: countsKey });
        if (late) {
          late = false;
          countSoon();
        }
      }, paceMilliseconds);
    };
    const ends = [
      client.on("conversationTold", countSoon),
      client.subscribe(() => {
        const now = seenOf(client.getState());
        if (now.some((each, place) => each !== before[place])) {
          countSoon();
        }
        before = now;
      }),
    ];
    return () => {
      ends.forEach((end) => end());
      window.clearTimeout(timer);
    };
  }, [client, queries]);
}

/// What may change the counts. With a connection comes what was missed without it; what is read is not told.
function seenOf({ inbox, connection, threads }: AgentState): readonly unknown[] {
  return [inbox, connection, [...threads.values()].reduce((sum, { unread }) => sum + unread, 0)];
}
