import type { WidgetError } from "./error";

/** Who wrote a message: the visitor, somebody of your team (or a bot), or the system. */
export type Sender = "user" | "agent" | "system";

/** How far a message has come. It never goes backwards, except from `failed` to `sending` by a retry. */
export type MessageStatus =
  /** Waits for the server; also while the browser is offline. */
  | "sending"
  /** Stored by the server. */
  | "sent"
  /** A device of the other side has received it. */
  | "delivered"
  /** The other side has seen it. */
  | "read"
  /** Refused; the visitor can retry or delete it. */
  | "failed";

/** One message of a conversation. */
export interface ChatMessage {
  /** Unique id of the message, made by its sender and kept through every retry. */
  readonly id: string;
  /** The text. Empty only when the message carries a file. */
  readonly content: string;
  /** Who wrote it. */
  readonly sender: Sender;
  /** When it was sent: the server's time once it is stored, this browser's before. */
  readonly timestamp: Date;
  /** How far it has come. */
  readonly status: MessageStatus;
  /** The conversation it belongs to. */
  readonly conversationId?: string;
  /** The person or bot behind a message of your team. */
  readonly author?: Author;
  /** Its files. */
  readonly attachments?: readonly Attachment[];
  /** Why it failed; only with the status `failed`. */
  readonly error?: WidgetError;
}

/** Who is behind a message of your team. */
export interface Author {
  /** Id of the agent. */
  readonly id: string;
  /** Name shown to visitors. */
  readonly name?: string;
  /** Address of the picture shown to visitors. */
  readonly avatarUrl?: string;
  /** Whether a person or a program wrote. */
  readonly kind: "human" | "bot";
}

/** A file of a message. */
export interface Attachment {
  /** Id of the file. */
  readonly id: string;
  /** File name. */
  readonly name: string;
  /** MIME type as the server has recognized it. */
  readonly mimeType: string;
  /** Bytes. */
  readonly size: number;
  /** Signed address of the file; it expires. */
  readonly url: string;
  /** Signed address of a small picture of a larger image; it expires too. */
  readonly thumbnailUrl?: string;
  /** Whether it is an image, audio or video that may be shown in the page. */
  readonly inline: boolean;
  /** Width of an image in pixels. */
  readonly width?: number;
  /** Height of an image in pixels. */
  readonly height?: number;
}

/** A message to send. */
export interface MessageDraft {
  /** The text, at most 10,000 characters. May be empty when there is a file. */
  readonly content?: string;
  /** Files uploaded before by `uploadFile`. */
  readonly attachments?: readonly Attachment[];
  /** The conversation to write to. @default the one that is shown, which is the newest open one unless the visitor has chosen another; or a new one */
  readonly conversationId?: string;
}

/** Options of `uploadFile`. */
export interface UploadOptions {
  /** Called while the file is on its way. */
  readonly onProgress?: (progress: UploadProgress) => void;
  /** Stops the upload when it aborts. */
  readonly signal?: AbortSignal;
}

/** How far an upload has come. */
export interface UploadProgress {
  /** Bytes sent so far. */
  readonly loaded: number;
  /** Bytes to send. */
  readonly total: number;
}
