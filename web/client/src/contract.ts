/** The words of the public contract that page, widget and console share. Names, codes and statuses are fixed. */

/** How far a message has come, as its sender sees it. It never goes backwards, except `failed → sending` by a retry. */
export type MessageStatus = "sending" | "sent" | "delivered" | "read" | "failed";

/** `user` is the visitor. */
export type Sender = "user" | "agent" | "system";

export type ErrorCode = "CONNECTION_ERROR" | "AUTH_ERROR" | "SEND_ERROR" | "NETWORK_ERROR";

/** A message as the page gets it. */
export interface ChatMessage {
  /** Made by the sender, kept through every retry. */
  readonly id: string;
  readonly content: string;
  readonly sender: Sender;
  /** The server's time once committed, this browser's before that. */
  readonly timestamp: Date;
  readonly status: MessageStatus;
  readonly conversationId?: string;
  readonly author?: Author;
  readonly attachments?: readonly Attachment[];
  /** Why the message failed; only with status `failed`. */
  readonly error?: WidgetError;
  /** When its text was last replaced. */
  readonly editedAt?: Date;
  /** When it was taken away: it has neither text nor files then. */
  readonly deletedAt?: Date;
  /** It is being changed by this client, and shown as it will be. */
  readonly changing?: boolean;
  /** What it answers. */
  readonly replyTo?: Quote;
}

/** A message that another answers, as far as it is shown with it. */
export interface Quote {
  readonly id: string;
  readonly sender: Sender;
  readonly author?: Author;
  /** The beginning of its first line; empty when there is none. */
  readonly preview: string;
  readonly deleted: boolean;
}

export interface Author {
  readonly id: string;
  readonly name?: string;
  readonly avatarUrl?: string;
  readonly kind: "human" | "bot";
}

export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  /** Bytes. */
  readonly size: number;
  /** Absolute, signed, expiring. */
  readonly url: string;
  /** As `url`, of a small picture. */
  readonly thumbnailUrl?: string;
  /** True: an image, audio or video that may be shown in the page; false: a link to download. */
  readonly inline: boolean;
  /** Pixels. */
  readonly width?: number;
  readonly height?: number;
}

/** Every error a page or a person gets to see. It is a real `Error`, and `JSON.stringify` keeps its message. */
export interface WidgetError extends Error {
  readonly code: ErrorCode;
  /** For people, in the words of the caller's catalogue. */
  readonly message: string;
  readonly details: ErrorDetails;
}

export interface ErrorDetails {
  /** The finer code of the protocol (§7), such as `RATE_LIMITED` or `ORIGIN_NOT_ALLOWED`. */
  readonly reason: string;
  readonly retryable: boolean;
  readonly messageId?: string;
  readonly docsUrl?: string;
}

/** Reasons that only a browser can give; the others are the server's (`PROTOCOL.md` §7). */
export type ClientReason =
  /** The browser says there is no network. */
  | "OFFLINE"
  /** The server did not answer although the browser is online. */
  | "UNREACHABLE"
  /** What answered is not a Chask server of this version: often a proxy or a wrong address. */
  | "BAD_ANSWER"
  /** The server, or something before it, refused without saying why. */
  | "REFUSED"
  /** The server did not understand this client; one of the two is out of date. */
  | "BAD_FRAME"
  /** The server does not speak this client's version of the protocol. */
  | "VERSION_UNKNOWN"
  /** This visitor has too many connections open. */
  | "TOO_MANY_CONNECTIONS"
  /** The organization has banned this visitor. */
  | "BANNED"
  /** The browser read too slowly; it connects again and catches up. */
  | "SLOW_CONSUMER"
  /** The connection broke while a file was uploaded. */
  | "UPLOAD_FAILED"
  /** The upload was called off. */
  | "ABORTED"
  /** The message could not be sent for 24 hours. */
  | "EXPIRED"
  /** The visitor was logged out before the message was sent. */
  | "LOGGED_OUT"
  /** The server no longer knows this visitor; a new session has begun. */
  | "SESSION_EXPIRED"
  /** The widget was destroyed before the call was done. */
  | "DESTROYED";

/** What a page tells about its visitor. All optional. */
export interface UserConfig {
  readonly id?: string;
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly avatarUrl?: string;
  readonly company?: { readonly id?: string; readonly name?: string };
  readonly locale?: string;
  readonly createdAt?: string;
  /** Identity token signed by the page's own server. */
  readonly token?: string;
  /** Told by the server: whether a token has shown the id. */
  readonly verified?: boolean;
  readonly attributes?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Changes of what is known of the visitor; `null` clears. */
export type UserChanges = { readonly [K in keyof UserConfig]?: UserConfig[K] | null };

/**
 * `connecting` the first time, `reconnecting` after a loss, `offline` when the browser has no network,
 * `idle` before anything was asked for, `stopped` when it will not try again by itself (`AUTH_ERROR`, destroyed).
 */
export type Connection = "idle" | "connecting" | "online" | "reconnecting" | "offline" | "stopped";

/** Who is writing at the moment. Forgotten 6 s after the last sign. */
export interface Typing {
  readonly from: "user" | "agent";
  readonly name?: string;
}

/**
 * One conversation as it is shown. A new object whenever anything in it has changed; untouched messages keep
 * their identity, so a view may compare by `===`.
 */
export interface Conversation {
  readonly id: string;
  readonly status: "open" | "resolved";
  /** In the order to show: committed ones by sequence, then one's own that are not committed yet. */
  readonly messages: readonly ChatMessage[];
  /** For a list; there may be one although `messages` is not loaded yet. */
  readonly lastMessage?: ChatMessage;
  readonly unread: number;
  readonly typing?: Typing;
  /**
   * What lies before the first of `messages`: `unknown` nothing loaded yet, `more` an older page exists,
   * `loading` one is on its way, `complete` nothing is older.
   */
  readonly history: "unknown" | "loading" | "more" | "complete";
}

/** A message to send. Without a conversation it goes to the newest open one, or opens the first. */
export interface Draft {
  readonly content: string;
  readonly attachments?: readonly Attachment[];
  readonly conversationId?: string;
  /** Shown with it until the server's own quote comes. */
  readonly replyTo?: Quote;
}

export interface UploadOptions {
  /** `loaded` and `total` in bytes of the request. */
  readonly onProgress?: (loaded: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** Gives the text for people for an error; the reason is more exact than the code. */
export type Describe = (code: ErrorCode, reason: string) => string;

/** Ends a subscription. Calling it twice does nothing. */
export type Unsubscribe = () => void;
