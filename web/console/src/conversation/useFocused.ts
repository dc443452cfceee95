import { useEffect, useRef, type RefObject } from "react";

/// A text box that may have the focus from the start.
export function useFocused(focused: boolean): RefObject<HTMLTextAreaElement | null> {
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focused) {
      box.current?.focus();
    }
  }, [focused]);
  return box;
}
