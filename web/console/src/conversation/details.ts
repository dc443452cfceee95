import { ChatError, type ConversationDetails, type InboxRow } from "@chask/client";
import { useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import { useEffect } from "react";
import { api, useClientState } from "../shell/client";

/// The page a visitor is on changes while he writes.
export const refreshMilliseconds = 30_000;

export function detailsKey(id: string): readonly ["conversation", string] {
  return ["conversation", id];
}

/// There is no such conversation, or it is none of this agent's.
export function isUnknown(error: Error | null): boolean {
  return error instanceof ChatError && error.details.reason === "NOT_FOUND";
}

export type DetailsQuery = UseQueryResult<ConversationDetails>;

/// A conversation with all that is known of its visitor; asked again when the list tells another name or email, and after
/// a lost connection: what happened meanwhile to a conversation outside the list is told by nobody else.
export function useDetails(id: string, inList: InboxRow["visitor"] | undefined): DetailsQuery {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: detailsKey(id),
    queryFn: () => api.getConversation(id),
    refetchInterval: ({ state }) => (isUnknown(state.error) ? false : refreshMilliseconds),
  });
  const lost = useClientState(
    ({ connection }) => connection === "reconnecting" || connection === "offline" || connection === "stopped",
  );
  useEffect(
    () => (lost ? () => void queries.invalidateQueries({ queryKey: detailsKey(id) }) : undefined),
    [queries, id, lost],
  );
  const known = query.data?.visitor;
  const outdated =
    known !== undefined &&
    inList !== undefined &&
    (known.name !== inList.name || known.email !== inList.email);
  useEffect(() => {
    if (outdated) {
      void queries.invalidateQueries({ queryKey: detailsKey(id) });
    }
  }, [queries, id, outdated]);
  return query;
}
