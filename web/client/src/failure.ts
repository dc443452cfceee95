import type { Describe, ErrorCode, WidgetError } from "./contract";
import { ChatError } from "./error";

/** What went wrong, as plain data; `WidgetError` is its form for people. */
export interface Failure {
  readonly code: ErrorCode;
  readonly reason: string;
  readonly retryable: boolean;
  readonly retryAfterMs?: number;
  readonly messageId?: string;
}

export function failing(code: ErrorCode, reason: string, retryable: boolean = false): Failure {
  return { code, reason, retryable };
}

/** Turns failures into errors with words and a link to their documentation. */
export type ToError = (failure: Failure) => WidgetError;

export function errorMaker(describe: Describe, baseUrl: string): ToError {
  return ({ code, reason, retryable, messageId }) =>
    new ChatError(code, describe(code, reason), {
      reason,
      retryable,
      ...(messageId && { messageId }),
      docsUrl: `${baseUrl}/docs/errors/#${reason.toLowerCase().replaceAll("_", "-")}`,
    });
}

/** Carries a failure through a rejected promise inside this package; the rim turns it into a `WidgetError`. */
export class Failed extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.reason);
    this.failure = failure;
  }
}

/** The failure in whatever was thrown; a stranger is a defect of ours or of the browser. */
export function failureOf(thrown: unknown): Failure {
  return thrown instanceof Failed ? thrown.failure : failing("CONNECTION_ERROR", "INTERNAL", true);
}

/** The client was ended while somebody waited. */
export const DESTROYED: Failure = failing("CONNECTION_ERROR", "DESTROYED");

/** What a page has handed in is not what the types say. */
export const INVALID: Failure = failing("SEND_ERROR", "INVALID_FIELD");

/**
 * `SEND_ERROR` is said of one message or upload only; a refused session or stream is the connection's trouble. Where the
 * answer does not say why, it is not the server's own: a proxy refuses everybody while what is behind it is away.
 */
export function ofConnection(failure: Failure): Failure {
  if (failure.reason === "REFUSED") {
    return failing("CONNECTION_ERROR", "UNAVAILABLE", true);
  }
  return failure.code === "SEND_ERROR" ? { ...failure, code: "CONNECTION_ERROR" } : failure;
}

/** Nothing answered: a browser cannot tell more than whether it has a network at all. */
export function unreachable(online: boolean): Failure {
  return online
    ? failing("CONNECTION_ERROR", "UNREACHABLE", true)
    : failing("NETWORK_ERROR", "OFFLINE", true);
}
