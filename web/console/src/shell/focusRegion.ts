import { useEffect, useLayoutEffect, useRef, type RefObject } from "react";

/// Gives the focus to an element that usually takes none, such as a list or a page: who works by keyboard goes on from
/// there. Says whether it took it: what is not shown does not.
export function focusRegion(element: HTMLElement): boolean {
  if (!element.hasAttribute("tabindex")) {
    const letGo = (): void => element.removeAttribute("tabindex");
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
    if (document.activeElement === element) {
      element.addEventListener("blur", letGo, { once: true });
    } else {
      letGo();
    }
  } else {
    element.focus({ preventScroll: true });
  }
  return document.activeElement === element;
}

/// For a button that goes by having been pressed: the focus goes to the nearest that stood around it and is still there.
export function useRegionAfter(button: RefObject<HTMLElement | null>): void {
  const around = useRef<readonly HTMLElement[]>([]);
  useLayoutEffect(() => {
    const element = button.current;
    return () => {
      // It is in the page still: what stands around it could not be known later.
      around.current = element !== null && document.activeElement === element ? ancestors(element) : [];
    };
  }, [button]);
  useEffect(
    () => () => {
      if (document.activeElement === document.body) {
        around.current.find((element) => element.isConnected && focusRegion(element));
      }
    },
    [],
  );
}

/// Up to the page's body, the nearest first.
function ancestors({ parentElement }: HTMLElement): readonly HTMLElement[] {
  return parentElement === null || parentElement === document.body
    ? []
    : [parentElement, ...ancestors(parentElement)];
}
