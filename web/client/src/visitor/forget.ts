import { failing } from "../failure";
import type { Core } from "./core";

const LOGGED_OUT = failing("SEND_ERROR", "LOGGED_OUT");

/** Ends the session in this tab: what is unsent fails, what is shown goes. */
export function forgetSession({ engine, sessions, store, stream }: Core): void {
  engine.outbox.failAll(LOGGED_OUT);
  stream.stop();
  sessions.forget();
  engine.stop(LOGGED_OUT);
  store.clear();
}
