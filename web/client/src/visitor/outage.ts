import type { Connection } from "../contract";
import type { Failure } from "../failure";
import { caught } from "../promise";
import type { Core } from "./core";

/** The page is told of a failure once; the same cause may be met again by another tab or another try. */
export function failed({ store, events, toError }: Core, failure: Failure): void {
  const known = store.facts().error;
  if (known?.code !== failure.code || known.details.reason !== failure.reason) {
    const error = toError(failure);
    store.change({ error });
    events.emit("error", error);
  }
}

/** The connection has changed. */
export function connected(
  { store, engine, events, sessions }: Core,
  connection: Connection,
  failure?: Failure,
): void {
  store.change({ connection });
  if (connection === "online") {
    store.change({ error: undefined });
    void caught(sessions.obtain(false));
  } else {
    engine.onLost();
  }
  if (connection === "stopped" && failure) {
    engine.outbox.failAll(failure);
  }
  if (connection !== "idle") {
    events.emit("connectionChanged", connection === "stopped" ? "offline" : connection);
  }
}
