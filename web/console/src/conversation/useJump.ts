import type { Conversation } from "@chask/client";
import { useEffect, useRef, type RefObject } from "react";
import type { ListRange, VirtuosoHandle } from "react-virtuoso";
import { useClient } from "../shell/client";
import type { ThreadEntry } from "./threadItems";

/// A thread as far as a jump is concerned.
interface Ground {
  readonly id: string;
  readonly list: RefObject<VirtuosoHandle | null>;
  /// Which of its rows are drawn, in the list's own numbers, which begin with `first`.
  readonly drawn: RefObject<ListRange>;
  readonly first: number;
  readonly items: readonly ThreadEntry[];
  readonly history: Conversation["history"];
}

/// Goes to the message once, and loads what lies between until it is there.
export function useJump(
  { id, list, drawn, first, items, history }: Ground,
  target: string | undefined,
  align: "center" | "start" = "center",
  onFailed?: () => void,
): void {
  const client = useClient();
  const reached = useRef<string>(undefined);
  const index = target === undefined ? -1 : items.findIndex((entry) => entry.id === target);
  useEffect(() => {
    if (reached.current === target || target === undefined) {
      reached.current = target;
    } else if (index !== -1) {
      let settled = 0;
      return insist(() => {
        list.current?.scrollToIndex({ index, align });
        const { startIndex, endIndex } = drawn.current;
        settled += startIndex <= first + index && first + index <= endIndex ? 1 : 0;
        reached.current = settled === settledFrames ? target : undefined;
        return settled === settledFrames;
      });
    } else if (history === "more") {
      client.loadHistory(id).catch(() => {
        // The page says why. To try for ever would only load an unwell server.
        reached.current = target;
        onFailed?.();
      });
    }
    return undefined;
  }, [client, id, list, drawn, first, target, align, onFailed, index, history]);
}

/// Rows are measured when they are drawn, and that moves the place once more.
const settledFrames = 3;

/// The list takes a few frames to take in what has just been put before the rest, and forgets a jump meanwhile.
const mostFrames = 90;

/// Tries once a frame until it is done; the result ends it.
function insist(isDone: () => boolean): () => void {
  let left = mostFrames;
  let frame = 0;
  const again = (): void => {
    left -= 1;
    if (!isDone() && left > 0) {
      frame = requestAnimationFrame(again);
    }
  };
  frame = requestAnimationFrame(again);
  return () => cancelAnimationFrame(frame);
}
