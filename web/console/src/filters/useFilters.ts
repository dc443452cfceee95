import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Refusal } from "../settings/request";
import { useAgentId } from "../shell/client";
import { newId } from "../shell/newId";
import { notLoaded } from "../inbox/useDesk";
import type { Shown } from "../inbox/views";
import { forgetFilter, listFilters, saveFilter, type SavedFilter } from "./api";
import { moveLocalFilters } from "./local";
import type { TextKey } from "./texts";

const freshMilliseconds = 30_000;

/// What the agent has kept, and what he does with it.
export interface Filters {
  readonly filters: readonly SavedFilter[];
  /// Why the last wish came to nothing.
  readonly problem: TextKey | undefined;
  /// In place of the one that has this name. True when it is kept.
  readonly keep: (name: string, shown: Shown) => Promise<boolean>;
  readonly rename: (filter: SavedFilter, name: string) => Promise<boolean>;
  readonly forget: (filter: SavedFilter) => Promise<boolean>;
}

type Wish =
  | { readonly kind: "save"; readonly filter: SavedFilter }
  | { readonly kind: "forget"; readonly id: string };

export function useFilters(): Filters {
  const agentId = useAgentId();
  const queries = useQueryClient();
  const queryKey = ["filters", agentId];
  const query = useQuery({
    queryKey,
    queryFn: async () => {
      await moveLocalFilters(agentId);
      return listFilters();
    },
    staleTime: freshMilliseconds,
  });
  const change = useMutation({
    mutationFn: (wish: Wish) => (wish.kind === "save" ? saveFilter(wish.filter) : forgetFilter(wish.id)),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
  const filters = query.data ?? notLoaded;
  const done = (wish: Wish): Promise<boolean> =>
    change.mutateAsync(wish).then(
      () => true,
      () => false,
    );
  return {
    filters,
    problem: problemOf(change.error ?? query.error),
    keep: (name, shown) => {
      const before = filters.find((one) => one.name.toLowerCase() === name.toLowerCase());
      return done({ kind: "save", filter: { id: before?.id ?? newId(), name, shown } });
    },
    rename: (filter, name) => done({ kind: "save", filter: { ...filter, name } }),
    forget: ({ id }) => done({ kind: "forget", id }),
  };
}

function problemOf(error: Error | null): TextKey | undefined {
  if (error === null) {
    return undefined;
  }
  const reason = error instanceof Refusal ? error.reason : "";
  return reason === "NAME_TAKEN" || reason === "TOO_MANY_FILTERS" ? reason : "failed";
}
