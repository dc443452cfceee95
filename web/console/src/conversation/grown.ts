import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

/// A server that is unwell is not asked all the time.
const againMilliseconds = 5_000;

/// What could not be asked for is asked for again after a while: nobody else does until the list grows once more.
export function afterFailure({
  state,
}: {
  readonly state: { readonly error: Error | null };
}): number | false {
  return state.error === null ? false : againMilliseconds;
}

/// Asks again for a list of a conversation when the stream tells that it has grown; once more when it does while it is
/// asked for.
export function useGrown(
  [kind, id]: readonly [kind: string, id: string],
  known: number | undefined,
  told: number,
): void {
  const queries = useQueryClient();
  const missing = known !== undefined && known < told ? told : undefined;
  useEffect(() => {
    if (missing !== undefined) {
      void queries.invalidateQueries({ queryKey: [kind, id] });
    }
  }, [queries, kind, id, missing]);
}
