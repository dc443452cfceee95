import { useEffect, useRef } from "react";

/// Gives the focus back to the button that a menu hangs on. The library does so only for a menu that opens after it was
/// drawn; one that is loaded when it is first asked for is open from the start.
export function useFocusBack(opened: boolean, button: string): void {
  const before = useRef(opened);
  useEffect(() => {
    const { activeElement } = document;
    const lost = activeElement === document.body || activeElement?.closest("[role=dialog]") !== null;
    if (before.current && !opened && lost) {
      document.querySelector<HTMLElement>(button)?.focus();
    }
    before.current = opened;
  }, [opened, button]);
}
