import type { Failure } from "../failure";
import { failing, ofConnection, unreachable } from "../failure";

/**
 * Why there is no stream, and what follows. `retry` backs off; `refresh` asks for new credentials once; `stop` waits
 * for a person. A quiet loss is reported only after 30 s without a welcome: it is a deploy, not an outage.
 */
export interface Loss {
  readonly failure: Failure;
  readonly next: "retry" | "refresh" | "stop";
  readonly quiet: boolean;
}

const auth = (reason: string, next: Loss["next"]): Loss => ({
  failure: failing("AUTH_ERROR", reason),
  next,
  quiet: next === "refresh",
});

const refused = (reason: string): Loss => ({
  failure: failing("CONNECTION_ERROR", reason),
  next: "stop",
  quiet: false,
});

const lost = (reason: string, quiet = false): Loss => ({
  failure: failing("CONNECTION_ERROR", reason, true),
  next: "retry",
  quiet,
});

/** Close codes of PROTOCOL.md §8 and RFC 6455; any other is a lost connection. */
const meanings: ReadonlyMap<number, Loss> = new Map([
  [1012, lost("DRAINING", true)],
  [4000, refused("BAD_FRAME")],
  [4001, refused("VERSION_UNKNOWN")],
  [4003, auth("ORIGIN_NOT_ALLOWED", "stop")],
  [4004, auth("KEY_REVOKED", "refresh")],
  [4005, refused("TOO_MANY_CONNECTIONS")],
  [4006, auth("BANNED", "stop")],
  [4010, auth("TOKEN_EXPIRED", "refresh")],
  [4100, lost("OVERLOADED")],
  [4101, lost("RATE_LIMITED")],
  [4102, lost("SLOW_CONSUMER")],
  [4200, lost("DRAINING", true)],
]);

/** What a closed stream means. */
export function lossOfClose(code: number, online: boolean): Loss {
  return meanings.get(code) ?? { failure: unreachable(online), next: "retry", quiet: false };
}

/** What a refused request for credentials or for a stream means. */
export function lossOfFailure(refusal: Failure): Loss {
  const failure = ofConnection(refusal);
  if (failure.retryable) {
    return { failure, next: "retry", quiet: false };
  }
  const expired = failure.code === "AUTH_ERROR" && /^(?:TOKEN|TICKET)_/.test(failure.reason);
  return { failure, next: expired ? "refresh" : "stop", quiet: expired };
}
