import { useEffect, useRef, type RefObject } from "react";

/// A text box that has the focus each time it is asked for; 0: it was not.
export function useFocused(asked: number): RefObject<HTMLTextAreaElement | null> {
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (asked > 0) {
      box.current?.focus();
    }
  }, [asked]);
  return box;
}
