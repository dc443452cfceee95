import type { Note, Work, WorkEvent } from "@chask/client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { api } from "../shell/client";
import { useNotes } from "./notes";

/// What stands in a thread besides its messages: the agents' notes, and what they did with the conversation.
export interface Asides {
  readonly notes: readonly Note[];
  readonly events: readonly WorkEvent[];
}

export function useAsides(id: string, work: Work | undefined): Asides {
  const notes = useNotes(id, work?.notes);
  const events = useEvents(id, work?.events);
  return useMemo(() => ({ notes, events }), [notes, events]);
}

/// The most the server tells of one conversation.
const most = 500;

/// The log of a conversation; asked for again when the list tells that it has grown.
function useEvents(id: string, count: number | undefined): readonly WorkEvent[] {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ["events", id],
    queryFn: () => api.listEvents(id),
    enabled: count !== undefined && count > 0,
  });
  const known = query.data;
  const wanted = count === undefined ? 0 : Math.min(count, most);
  // Told anew while it is loaded: then it is asked for once more.
  const missing = known !== undefined && known.length < wanted ? wanted : undefined;
  useEffect(() => {
    if (missing !== undefined) {
      void queries.invalidateQueries({ queryKey: ["events", id] });
    }
  }, [queries, id, missing]);
  return known ?? none;
}

const none: readonly WorkEvent[] = [];
