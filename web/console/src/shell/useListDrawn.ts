import { useEffect, useState } from "react";
import { isListed, useClientState } from "./client";

/// Where the browser does not tell when it has nothing to do.
const laterMilliseconds = 200;

/// Whether the list stands and has been drawn. What nobody waits for is loaded then, not in the same breath: that would
/// hold up the first picture of the list.
export function useListDrawn(): boolean {
  const listed = useClientState(isListed);
  const [drawn, setDrawn] = useState(false);
  useEffect(() => (listed ? whenIdle(() => setDrawn(true)) : undefined), [listed]);
  return drawn;
}

/// @returns takes it back
function whenIdle(then: () => void): () => void {
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(then, laterMilliseconds);
    return () => clearTimeout(timer);
  }
  const wish = requestIdleCallback(then, { timeout: 2 * laterMilliseconds });
  return () => cancelIdleCallback(wish);
}
