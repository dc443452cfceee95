import type { ErrorCode, ErrorDetails, WidgetError } from "./contract";

/** The one error that leaves this package. `message` is enumerable, so a spread or `JSON.stringify` keeps it. */
export class ChatError extends Error implements WidgetError {
  override readonly name: string = "WidgetError";
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails) {
    super(message);
    this.code = code;
    this.details = details;
    Object.defineProperty(this, "message", { value: message, enumerable: true });
  }
}
