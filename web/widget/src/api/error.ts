/** The code of a `WidgetError`. */
export type WidgetErrorCode =
  /** The server could not be reached although the browser is online, or an established session was lost. */
  | "CONNECTION_ERROR"
  /** Authentication failed: API key, organization, origin or identity token was refused, or the configuration is invalid. */
  | "AUTH_ERROR"
  /** This message, upload or change was refused or failed. */
  | "SEND_ERROR"
  /** The browser has no network. */
  | "NETWORK_ERROR";

/** Something the page's owner should know. A real `Error`; `JSON.stringify` keeps its message. */
export interface WidgetError extends Error {
  /** What kind of error it is. */
  readonly code: WidgetErrorCode;
  /** A sentence for people, in the widget's language. */
  readonly message: string;
  /** More for developers. */
  readonly details?: WidgetErrorDetails;
}

/** What a developer needs to act on an error. */
export interface WidgetErrorDetails {
  /** The finer code, such as `RATE_LIMITED`, `FILE_TOO_LARGE`, `ORIGIN_NOT_ALLOWED` or `INVALID_CONFIG`. */
  readonly reason: string;
  /** Whether the same may work later without a change. Waiting messages are then sent again by themselves, uploads are not. */
  readonly retryable: boolean;
  /** The message that failed. */
  readonly messageId?: string;
  /** Where the documentation explains this reason. */
  readonly docsUrl?: string;
}

/** Values of `WidgetErrorDetails.reason` that only the widget makes. */
export type WidgetReason =
  /** An option of `init` is missing or unknown, or another widget is running. */
  | "INVALID_CONFIG"
  /** The widget was destroyed before this was done. */
  | "DESTROYED";
