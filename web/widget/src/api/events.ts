import type { WidgetError } from "./error";
import type { ChatMessage, MessageStatus } from "./message";
import type { UserConfig } from "./user";

/** Kinds of `AnalyticsEvent`. */
export type AnalyticsEventType =
  /** The widget is initialised and ready. No data. */
  | "widget_loaded"
  /** The chat window was opened. No data. */
  | "widget_opened"
  /** The chat window was closed. No data. */
  | "widget_closed"
  /** The visitor sent a message. Data: `messageId`, `hasAttachments`. */
  | "message_sent"
  /** A message arrived. Data: `messageId`, `sender`. */
  | "message_received"
  /** A file was uploaded. Data: `fileType` (MIME type), `fileSize` (bytes). */
  | "attachment_uploaded"
  /** A new conversation began. Data: `conversationId`. */
  | "session_started"
  /** An error occurred. Data: `code`, `message`. */
  | "error_occurred";

/** Something worth counting. Made to be handed straight to Google Analytics 4, Mixpanel or your own endpoint. */
export interface AnalyticsEvent {
  /** What happened. */
  readonly type: AnalyticsEventType;
  /** When it happened. */
  readonly timestamp: Date;
  /** More about it; absent for the events that need none. */
  readonly data?: Readonly<Record<string, string | number | boolean>>;
}

/** A change of a message's status. */
export interface MessageStatusChange {
  /** The message. */
  readonly messageId: string;
  /** Its status now. */
  readonly status: MessageStatus;
  /** Its status before. */
  readonly previous: MessageStatus;
}

/** Somebody of your team writes, or has stopped. */
export interface TypingChange {
  /** Who writes. */
  readonly from: "agent";
  /** Whether they write now. */
  readonly active: boolean;
  /** The conversation. */
  readonly conversationId: string;
  /** Name of the person, when known. */
  readonly name?: string;
}

/** State of the connection to the server. */
export type ConnectionState =
  /** It is being made for the first time. */
  | "connecting"
  /** Messages come and go at once. */
  | "online"
  /** It was lost and is being made again. */
  | "reconnecting"
  /** The browser has no network. */
  | "offline";

/** What the visitor said of a resolved conversation. */
export interface Rating {
  /** From 1, very bad, to 5, very good. */
  readonly score: number;
  /** In the visitor's own words, when there are any. */
  readonly comment?: string;
}

/** Event names of `on()` and what each hands to its listener. */
export interface ChaskEvents {
  /** Settings are loaded, the launcher is in the page and every method works. Once after `init`. */
  ready: [];
  /** The chat window became visible. */
  open: [];
  /** The chat window was hidden. */
  close: [];
  /** The server has stored a message of the visitor. Once for each message. */
  messageSent: [message: ChatMessage];
  /** A message of your team or the system arrived. Once for each message and browser profile, never for history. */
  messageReceived: [message: ChatMessage];
  /** An error occurred. Once for each cause. */
  error: [error: WidgetError];
  /** The server has accepted a change of the visitor's data. */
  userUpdated: [user: UserConfig];
  /** Every event of the analytics stream, after the specific event of the same occurrence. */
  analytics: [event: AnalyticsEvent];
  /** The status of one of the visitor's messages changed. */
  messageStatus: [change: MessageStatusChange];
  /** The number of unread messages changed. */
  unreadCountChanged: [count: number];
  /** The connection to the server changed. */
  connectionChanged: [state: ConnectionState];
  /** Somebody of your team began or stopped writing. */
  typing: [change: TypingChange];
  /** The visitor rated a resolved conversation, or changed the rating. The server has it. */
  ratingSubmitted: [rating: Rating];
  /** The visitor's identity token ends in a minute. With `getUserToken` it is replaced by itself; else call `identify`. */
  tokenExpiring: [];
}

/** Name of an event. */
export type ChaskEventName = keyof ChaskEvents;

/** A function to be called for an event. */
export type ChaskListener<K extends ChaskEventName> = (...data: ChaskEvents[K]) => void;

/** Functions of the page, called by the widget. All are optional, and one that throws never stops the widget. */
export interface ChaskCallbacks {
  /** Called once after `init`: settings are loaded, the launcher is in the page and every method works. */
  readonly onReady?: () => void;
  /** Called each time the chat window becomes visible. */
  readonly onOpen?: () => void;
  /** Called each time the chat window is hidden. */
  readonly onClose?: () => void;
  /** Called once for each message of the visitor, when the server has stored it. */
  readonly onMessageSent?: (message: ChatMessage) => void;
  /** Called once for each message of your team or the system, whether the window is open or closed; never for history. */
  readonly onMessageReceived?: (message: ChatMessage) => void;
  /** Called once for each cause of an error. */
  readonly onError?: (error: WidgetError) => void;
  /** Called after the server has accepted a change of the visitor's data. */
  readonly onUserUpdated?: (user: UserConfig) => void;
  /** Called for everything worth counting, after the specific callback of the same occurrence. */
  readonly onAnalyticsEvent?: (event: AnalyticsEvent) => void;
  /** Called when the status of one of the visitor's messages changes. */
  readonly onMessageStatus?: (change: MessageStatusChange) => void;
  /** Called when the number of unread messages changes. */
  readonly onUnreadCountChanged?: (count: number) => void;
  /** Called when the connection to the server changes. */
  readonly onConnectionChanged?: (state: ConnectionState) => void;
  /** Called when somebody of your team begins or stops writing. */
  readonly onTyping?: (change: TypingChange) => void;
  /** Called when the visitor has rated a resolved conversation, or changed the rating. */
  readonly onRatingSubmitted?: (rating: Rating) => void;
  /** Called a minute before the visitor's identity token ends. */
  readonly onTokenExpiring?: () => void;
}
