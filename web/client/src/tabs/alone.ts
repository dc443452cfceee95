import type { Environment } from "../environment";
import type { Tabs } from "./tabs";

const UNKNOWN_WAITS = 2_000;

/**
 * A tab that knows of no other. What an earlier page has left is its own a little later, for nobody can say whether
 * the tab that left it is gone.
 */
export function aloneInBrowser(environment: Environment): Tabs {
  let cancels: (() => void)[] = [];
  return {
    post: () => undefined,
    turn: () => Promise.resolve(),
    inherit: (_tab, run) => {
      cancels = [...cancels, environment.after(UNKNOWN_WAITS, () => void run())];
    },
    stop: () => cancels.forEach((cancel) => cancel()),
  };
}
