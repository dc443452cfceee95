import { useEffect } from "react";

/// How near to the end still counts as at the end, in pixels.
export const endPixels = 80;

/// What scrolls in the thread; it can have the focus.
export function scrollerIn(column: Element | null): HTMLElement | null {
  return column?.querySelector<HTMLElement>("[data-virtuoso-scroller]") ?? null;
}

/// When the composer grows, the end of the thread stays in sight if it was in sight before.
export function useKeepEnd(column: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const scroller = scrollerIn(column.current);
    if (scroller === null) {
      return undefined;
    }
    let height = scroller.clientHeight;
    const observer = new ResizeObserver(() => {
      const shrunkBy = height - scroller.clientHeight;
      const below = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
      height = scroller.clientHeight;
      if (shrunkBy > 0 && below <= shrunkBy + endPixels) {
        scroller.scrollTop = scroller.scrollHeight;
      }
    });
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [column]);
}
