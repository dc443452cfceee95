import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import type { VirtuosoHandle } from "react-virtuoso";

/// How near to the end still counts as at the end, in pixels.
export const endPixels = 80;

/// The last entry, and the space below it: without that the line of its time is cut.
export const veryEnd: { index: "LAST"; align: "end"; offset: number } = {
  index: "LAST",
  align: "end",
  offset: endPixels,
};

/// What scrolls in the thread; it can have the focus.
export function scrollerIn(column: Element | null): HTMLElement | null {
  return column?.querySelector<HTMLElement>("[data-virtuoso-scroller]") ?? null;
}

/// Where the agent reads. While a thread opens, the list has not yet found its end.
export type Place = "opening" | "end" | "above";

export interface End {
  readonly place: Place;
  /// For the list, which notices when it has come to its end and when it has settled there.
  readonly onAtEnd: (atEnd: boolean) => void;
  /// Goes to the end, and stays there from then on.
  readonly go: () => void;
}

/// The end of the thread stays in sight for who has seen it, whatever comes and however the composer grows, until he
/// goes up himself. The list's own following asks where it stands at the moment something comes, and a message that
/// comes while it is still on its way to the one before leaves it there for good.
export function useEnd(
  column: { readonly current: HTMLElement | null },
  list: RefObject<VirtuosoHandle | null>,
): End {
  const [place, setPlace] = useState<Place>("opening");
  const held = useRef(false);
  useEffect(() => {
    const scroller = scrollerIn(column.current);
    return scroller === null
      ? undefined
      : keepEnd(scroller, held, () => setPlace((before) => (before === "opening" ? before : "above")));
  }, [column]);
  const onAtEnd = useCallback((atEnd: boolean) => {
    held.current ||= atEnd;
    setPlace((before) => nextPlace(before, held.current));
  }, []);
  const go = useCallback(() => {
    held.current = true;
    list.current?.scrollToIndex({ ...veryEnd, behavior: "auto" });
  }, [list]);
  return { place, onAtEnd, go };
}

function nextPlace(before: Place, atEnd: boolean): Place {
  if (atEnd) {
    return "end";
  }
  return before === "opening" ? "opening" : "above";
}

/// The result ends it.
function keepEnd(scroller: HTMLElement, held: { current: boolean }, onLeft: () => void): () => void {
  let top = scroller.scrollTop;
  let below = 0;
  /// Content that comes moves the end away; only who goes up moves the sight as well.
  const look = (): void => {
    const wasBelow = below;
    const wasTop = top;
    top = scroller.scrollTop;
    below = scroller.scrollHeight - top - scroller.clientHeight;
    if (below <= endPixels) {
      held.current ||= wasBelow > endPixels;
    } else if (held.current && below > wasBelow && top < wasTop) {
      held.current = false;
      onLeft();
    }
  };
  const observer = new ResizeObserver(() => {
    look();
    if (held.current) {
      scroller.scrollTop = scroller.scrollHeight;
    }
  });
  observer.observe(scroller);
  const rows = scroller.querySelector("[data-testid='virtuoso-item-list']");
  if (rows !== null) {
    observer.observe(rows, { box: "border-box" });
  }
  scroller.addEventListener("scroll", look);
  return () => {
    observer.disconnect();
    scroller.removeEventListener("scroll", look);
  };
}
