import { useEffect } from "react";

/// How near to the end still counts as at the end, in pixels.
export const endPixels = 80;

/// When the composer grows, the end of the thread stays in sight if it was in sight before.
export function useKeepEnd(column: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const scroller = column.current?.querySelector("[data-virtuoso-scroller]");
    if (scroller === null || scroller === undefined) {
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
