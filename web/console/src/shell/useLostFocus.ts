import { useEffect, useRef, type FocusEvent } from "react";

/// For an element within which what has the focus may go: calls after each drawing in which that has happened, so that
/// something near it can get the focus. Otherwise who works by keyboard would begin again at the top of the page.
export function useLostFocus(onLost: () => void): {
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
} {
  const inside = useRef(false);
  useEffect(() => {
    if (inside.current && document.activeElement === document.body) {
      onLost();
    }
  });
  return {
    onFocus: () => {
      inside.current = true;
    },
    // An element that is taken away may say so by an event as well.
    onBlur: ({ target }) => {
      inside.current = !target.isConnected;
    },
  };
}
