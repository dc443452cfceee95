import { useCallback, useLayoutEffect, useRef, type RefObject } from "react";

/// Gives the box the focus and puts its caret there as soon as the text stands in it: before the next key, so that who
/// types on goes on from there. Another text that comes in its place keeps its own caret.
export function usePlaceCaret(
  box: RefObject<HTMLTextAreaElement | null>,
): (text: string, at: number) => void {
  const wanted = useRef<{ readonly before: string | undefined; readonly text: string; readonly at: number }>(
    undefined,
  );
  useLayoutEffect(() => {
    const { current: element } = box;
    const { current } = wanted;
    if (current === undefined || element === null || element.value === current.before) {
      return;
    }
    wanted.current = undefined;
    if (element.value === current.text) {
      element.focus();
      element.setSelectionRange(current.at, current.at);
    }
  });
  return useCallback(
    (text, at) => {
      wanted.current = { before: box.current?.value, text, at };
      // What has the text put in may give the focus to what opened it as it closes.
      window.requestAnimationFrame(() => box.current?.focus());
    },
    [box],
  );
}
