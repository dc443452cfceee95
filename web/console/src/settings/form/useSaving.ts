import { useMutation, useQueryClient, type QueryKey, type UseMutationResult } from "@tanstack/react-query";
import { useSaved } from "./useSaved";

/// Saves what a page of the settings holds. The answer takes the place of what was loaded, and is told of.
export function useSaving<Wish, Fresh>(
  key: QueryKey,
  save: (wish: Wish) => Promise<Fresh>,
): UseMutationResult<Fresh, Error, Wish> {
  const client = useQueryClient();
  const saved = useSaved();
  return useMutation({
    mutationFn: save,
    onSuccess: (fresh) => {
      client.setQueryData(key, fresh);
      saved();
    },
  });
}
