import { useLayoutEffect } from "react";

/// Closes a menu by Escape while the focus is not in it: the library listens in the menu only, and puts the focus there a
/// moment after it has opened; and an entry that goes, as one whose time is over does, takes the focus with it.
export function useEscape(opened: boolean, close: () => void): void {
  useLayoutEffect(() => {
    if (!opened) {
      return undefined;
    }
    const leave = ({ key, target }: KeyboardEvent): void => {
      if (key === "Escape" && !(target instanceof Element && target.closest("[role=dialog]") !== null)) {
        close();
      }
    };
    // Before whatever else the key does: a form in the menu that it ends has gone by then, and the key with it.
    document.addEventListener("keydown", leave, true);
    return () => document.removeEventListener("keydown", leave, true);
  }, [opened, close]);
}
