import type { ConversationDetails, InboxRow } from "@chask/client";
import { useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "../shell/client";

/// The page a visitor is on changes while he writes.
const refreshMilliseconds = 30_000;

export function detailsKey(id: string): readonly ["conversation", string] {
  return ["conversation", id];
}

export type DetailsQuery = UseQueryResult<ConversationDetails>;

/// A conversation with all that is known of its visitor; asked again when the list tells another name or email, and when
/// it has left the list: what stood in its row is not told any more.
export function useDetails(id: string, inList: InboxRow["visitor"] | undefined): DetailsQuery {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: detailsKey(id),
    queryFn: () => api.getConversation(id),
    refetchInterval: ({ state }) => (state.error === null ? refreshMilliseconds : false),
  });
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
