import { useCallback, useEffect, useState } from "react";
import type { ThreadEntry } from "./threadItems";

const milliseconds = 3_000;

/// The message that a quote leads to.
export interface Led {
  readonly led: string | undefined;
  readonly lead: (id: string) => void;
  /// It could not be loaded; the next press tries again.
  readonly giveUp: () => void;
}

/// It is marked for some seconds, from when it is there on: the pages before it take as long as they take.
export function useLed(items: readonly ThreadEntry[]): Led {
  const [led, setLed] = useState<string>();
  const there = items.find(({ id }) => id === led)?.id;
  const giveUp = useCallback(() => setLed(undefined), []);
  useEffect(() => {
    if (there === undefined) {
      return undefined;
    }
    const timer = window.setTimeout(giveUp, milliseconds);
    return () => window.clearTimeout(timer);
  }, [there, giveUp]);
  return { led, lead: setLed, giveUp };
}
