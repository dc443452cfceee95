import { useEffect } from "react";

/// For a dialog that is in the page only while it is open: gives the focus back to what had it before. The library does so
/// only for a dialog that stays in the page.
export function useOpener(): void {
  useEffect(() => {
    const opener = document.activeElement;
    return () => {
      if (opener instanceof HTMLElement && document.activeElement === document.body) {
        opener.focus();
      }
    };
  }, []);
}
