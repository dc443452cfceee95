import type { Environment } from "../environment";
import type { Tabs } from "./tabs";

const UNKNOWN_WAITS = 2_000;

/**
 * A tab that knows of no other. If it stays so for good, nobody can say whether the tab that left something is gone;
 * then it is this one's a little later.
 */
export function aloneInBrowser(environment: Environment, forGood: boolean, ended: AbortController): Tabs {
  let cancels: (() => void)[] = [];
  return {
    post: () => undefined,
    turn: () => Promise.resolve(),
    inherit: (_tab, run) => {
      if (forGood) {
        cancels = [...cancels, environment.after(UNKNOWN_WAITS, () => void run())];
      }
    },
    stop: () => {
      ended.abort();
      cancels.forEach((cancel) => cancel());
    },
  };
}
