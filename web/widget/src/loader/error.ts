import type { WidgetError, WidgetErrorCode } from "../api";

/**
 * Makes the error a page gets. Given afterwards, `message` is enumerable, so a spread or `JSON.stringify` keeps it.
 */
export function widgetError(
  code: WidgetErrorCode,
  reason: string,
  message: string,
  baseUrl?: string,
): WidgetError {
  const docsUrl = `${baseUrl}/docs/errors/#${reason.toLowerCase().replaceAll("_", "-")}`;
  const details = { reason, retryable: code !== "AUTH_ERROR", ...(baseUrl && { docsUrl }) };
  // oxlint-disable-next-line unicorn/error-message -- see above
  return Object.assign(new Error(), { name: "WidgetError", code, message, details });
}

/** The error for a call the page should not have made; its words are for developers. */
export function misuse(message: string, reason = "INVALID_CONFIG"): WidgetError {
  return widgetError("AUTH_ERROR", reason, message);
}

/** A page that ignores a promise must not get an unhandled rejection for it. */
export function caught<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => 0);
  return promise;
}
