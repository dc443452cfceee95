import type { Note, Work, WorkEvent } from "@chask/client";
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "../shell/client";
import { useLastingError } from "../shell/useLastingError";
import { afterFailure, useGrown } from "./grown";
import { useNotes } from "./notes";

/// What stands in a thread besides its messages: the agents' notes, and what they did with the conversation.
export interface Asides {
  readonly notes: readonly Note[];
  readonly events: readonly WorkEvent[];
}

/// How the loading of one of them stands.
export interface AsidesLoad extends Pick<UseQueryResult, "error" | "isFetching" | "refetch"> {
  readonly of: keyof Asides;
}

export function useAsides(id: string, work: Work | undefined): readonly [Asides, readonly AsidesLoad[]] {
  const notes = useNotes(id, work?.notes);
  const events = useEvents(id, work?.events);
  const asides = useMemo(
    () => ({ notes: notes.data ?? none, events: events.data ?? none }),
    [notes.data, events.data],
  );
  return [asides, [useLoad("notes", notes), useLoad("events", events)]];
}

/// Only what is read of a query is followed: it is not spread.
function useLoad(of: AsidesLoad["of"], query: UseQueryResult): AsidesLoad {
  const error = useLastingError(query);
  return { of, error, isFetching: query.isFetching, refetch: query.refetch };
}

const none: readonly never[] = [];

/// The most the server tells of one conversation.
const most = 500;

/// The log of a conversation; asked for again when the list tells that it has grown.
function useEvents(id: string, count: number | undefined): UseQueryResult<readonly WorkEvent[]> {
  const query = useQuery({
    queryKey: ["events", id],
    queryFn: () => api.listEvents(id),
    enabled: count !== undefined && count > 0,
    refetchInterval: afterFailure,
  });
  useGrown(["events", id], query.data?.length, Math.min(count ?? 0, most));
  return query;
}
