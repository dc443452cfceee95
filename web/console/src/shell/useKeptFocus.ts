import { useEffect, useRef, type FocusEvent, type RefObject } from "react";

/// For an element whose buttons come and go: when the one that has the focus goes, as a tag that is taken off does, the
/// one in its place gets it. Otherwise who works by keyboard would begin again at the top of the page.
export function useKeptFocus<T extends HTMLElement>(): {
  readonly ref: RefObject<T | null>;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
} {
  const ref = useRef<T>(null);
  const inside = useRef(false);
  const place = useRef(0);
  useEffect(() => {
    if (inside.current && document.activeElement === document.body) {
      const left = controls(ref.current);
      left[Math.min(place.current, left.length - 1)]?.focus();
    }
  });
  return {
    ref,
    onFocus: ({ target }) => {
      inside.current = true;
      // What has opened from a button stands elsewhere in the page: the button's place is kept then.
      const at = controls(ref.current).findIndex((control) => control === target);
      place.current = at < 0 ? place.current : at;
    },
    // An element that is taken away may say so by an event as well.
    onBlur: ({ target }) => {
      inside.current = !target.isConnected;
    },
  };
}

function controls(element: HTMLElement | null): readonly HTMLElement[] {
  return [...(element?.querySelectorAll<HTMLElement>("button, input") ?? [])];
}
