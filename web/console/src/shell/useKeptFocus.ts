import { useRef, type FocusEvent, type RefObject } from "react";
import { focusRegion } from "./focusRegion";
import { useLostFocus } from "./useLostFocus";

/// For an element whose buttons come and go: when the one that has the focus goes, as a tag that is taken off does, the
/// one in its place gets it, and the element itself when none is left.
export function useKeptFocus<T extends HTMLElement>(): {
  readonly ref: RefObject<T | null>;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
} {
  const ref = useRef<T>(null);
  const place = useRef(0);
  const lost = useLostFocus(() => {
    const left = controls(ref.current);
    const next = left[Math.min(place.current, left.length - 1)];
    if (next !== undefined) {
      next.focus();
    } else if (ref.current !== null) {
      focusRegion(ref.current);
    }
  });
  return {
    ref,
    onFocus: (event) => {
      lost.onFocus(event);
      // What has opened from a button stands elsewhere in the page: the button's place is kept then.
      const at = controls(ref.current).findIndex((control) => control === event.target);
      place.current = at < 0 ? place.current : at;
    },
    onBlur: lost.onBlur,
  };
}

function controls(element: HTMLElement | null): readonly HTMLElement[] {
  return [...(element?.querySelectorAll<HTMLElement>("button, input") ?? [])];
}
