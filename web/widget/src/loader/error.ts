import type { WidgetError, WidgetErrorCode } from "../api";

/** What went wrong, before it has words. The message is the reason. */
export class Refusal extends Error {
  readonly code: WidgetErrorCode;
  readonly retryable: boolean;

  constructor(code: WidgetErrorCode, reason: string, retryable: boolean = code !== "AUTH_ERROR") {
    super(reason);
    this.code = code;
    this.retryable = retryable;
  }
}

/**
 * Makes the error a page gets. Given afterwards, `message` is enumerable, so a spread or `JSON.stringify` keeps it.
 */
export function widgetError(
  { code, message: reason, retryable }: Refusal,
  message: string,
  baseUrl?: string,
): WidgetError {
  const docsUrl = `${baseUrl}/docs/errors/#${reason.toLowerCase().replaceAll("_", "-")}`;
  const details = { reason, retryable, ...(baseUrl && { docsUrl }) };
  // oxlint-disable-next-line unicorn/error-message -- see above
  return Object.assign(new Error(), { name: "WidgetError", code, message, details });
}

/** The error for a call the page should not have made; its words are for developers. */
export function misuse(message: string): WidgetError {
  return widgetError(new Refusal("AUTH_ERROR", "INVALID_CONFIG"), message);
}

/** The error of whatever `destroy` has ended; the same as the client's. */
export function destroyed(): WidgetError {
  return widgetError(new Refusal("CONNECTION_ERROR", "DESTROYED", false), "Destroyed");
}

/** A page that ignores a promise must not get an unhandled rejection for it. */
export function caught<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => 0);
  return promise;
}
