import type { MouseEvent } from "react";

/// For a button that makes something new each time: neither the second click of a double click nor one that comes before
/// the answer makes another.
export function once(busy: boolean, make: () => void): (press: MouseEvent) => void {
  return ({ detail }) => (busy || detail > 1 ? undefined : make());
}
