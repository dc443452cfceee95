import { useEffect, useRef } from "react";
import { conversationHref, replaceRoute } from "../shell/route";
import { useShortcuts } from "../shell/shortcuts";
import { neighbour } from "./neighbour";

interface Row {
  readonly id: string;
  /// The message that it leads to.
  readonly at?: string | undefined;
}

/// `j` and `k` walk through the rows that are shown; the step replaces the address, so that Back leaves the list at once.
export function useListKeys(rows: readonly Row[], chosen: string | undefined): void {
  const seen = useRef<readonly Row[]>([]);
  useEffect(() => {
    if (rows.some(({ id }) => id === chosen)) {
      seen.current = rows;
    }
  }, [rows, chosen]);
  const go = (step: 1 | -1): void => {
    const next = neighbour({ rows, chosen, seen: seen.current }, step);
    if (next !== undefined) {
      replaceRoute(conversationHref(next.id, next.at));
    }
  };
  useShortcuts({ j: () => go(1), k: () => go(-1) });
}
