import { useEffect, type RefObject } from "react";
import { whenSeen } from "../shell/seen";

/// Shorter than that, something has only been scrolled past, or been drawn before the list had found its place.
const sightMilliseconds = 200;

/// Calls once the element has been in sight for a moment, of a page that is before a person.
export function useSight(element: RefObject<Element | null>, onSight: (() => void) | undefined): void {
  useEffect(() => {
    const watched = element.current;
    if (onSight === undefined || watched === null) {
      return undefined;
    }
    let end = (): void => undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        end();
        end = entries.at(-1)?.isIntersecting === true ? afterAMoment(onSight) : () => undefined;
      },
      { threshold: 0.9 },
    );
    observer.observe(watched);
    return () => {
      observer.disconnect();
      end();
    };
  }, [element, onSight]);
}

function afterAMoment(run: () => void): () => void {
  let timer: number | undefined;
  const end = whenSeen(() => {
    timer = window.setTimeout(run, sightMilliseconds);
  });
  return () => {
    end();
    window.clearTimeout(timer);
  };
}
