import type { Core } from "./core";

const LOGGED_OUT = { code: "SEND_ERROR", reason: "LOGGED_OUT", retryable: false } as const;

/** Ends the session in this tab: what is unsent fails, what is shown goes. */
export function forgetSession({ engine, sessions, store, stream }: Core): void {
  engine.outbox.failAll(LOGGED_OUT);
  stream.stop();
  sessions.forget();
  engine.stop(LOGGED_OUT);
  store.clear();
}
