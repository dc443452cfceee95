import type {
  Attachment,
  ChatMessage,
  Connection,
  Conversation,
  Describe,
  Draft,
  MessageStatus,
  Unsubscribe,
  UploadOptions,
  UserChanges,
  UserConfig,
  WidgetError,
} from "../contract";
import type { Visible } from "../engine/reading";
import type { Environment } from "../environment";
import type { Ask } from "../rest";
import type { Answer } from "./session";

/** What a visitor's client needs to know. Creating one costs nothing: no request, no storage, no socket. */
export interface VisitorOptions {
  readonly apiKey: string;
  readonly organizationId: string;
  /** Origin of the server, such as `https://chat.example.com`, with an optional path, without a slash at the end. */
  readonly baseUrl: string;
  /** `local` (default): one visitor a browser profile; `session`: one a tab; `memory`: nothing is kept at all. */
  readonly storage?: "local" | "session" | "memory";
  /** Name and version for the server's log, such as `widget/0.1.0`. */
  readonly name: string;
  readonly locale?: string;
  /** Where the visitor is; asked when a session begins. */
  readonly page?: () => { readonly url: string; readonly title: string; readonly referrer?: string };
  /** Asks for a session, with an identity token or without; looked at each time one begins or goes on. */
  readonly prove?: (post: (userToken?: string) => Promise<Answer>) => Promise<Answer>;
  /** False: a resolved conversation takes no more messages, and the next one begins another. */
  readonly reopen?: boolean | undefined;
  readonly describe: Describe;
  /** The reason why a file is not even uploaded; nothing leaves it to the server. */
  readonly refuseFile?: (file: File) => Promise<string | undefined>;
  /** Time, chance and the browser's doors; `browserEnvironment()` when left out. */
  readonly environment?: Environment;
}

/** Everything a view shows; immutable, replaced as a whole when anything has changed. */
export interface VisitorState {
  readonly connection: Connection;
  /** Absent until there is a session. */
  readonly visitorId?: string;
  readonly user: UserConfig;
  /** Newest activity first. Empty until there is a session. */
  readonly conversations: readonly Conversation[];
  /**
   * The one to show: the chosen one, else the newest. A message without a conversation goes there, unless it takes no
   * more. Client-made, so it exists before its first message does.
   */
  readonly currentConversationId?: string;
  /** Over all conversations. */
  readonly unread: number;
  /** Whether an agent is connected; absent while unknown. */
  readonly available?: boolean;
  /** True once the conversations are known (from the server, not merely assumed). */
  readonly loaded: boolean;
  /** Of the present outage or stop; absent while all is well. */
  readonly error?: WidgetError;
}

/**
 * Events and what each hands over. `messageSent`, `messageReceived` and `conversationStarted` happen once per browser
 * profile; the others in every tab. For one occurrence they come in the order messageStatus, conversationStarted,
 * messageSent.
 */
export interface VisitorEvents {
  readonly messageSent: ChatMessage;
  readonly messageReceived: ChatMessage;
  readonly messageStatus: {
    readonly messageId: string;
    readonly status: MessageStatus;
    readonly previous: MessageStatus;
  };
  readonly conversationStarted: { readonly conversationId: string };
  readonly attachmentUploaded: { readonly fileType: string; readonly fileSize: number };
  readonly error: WidgetError;
  readonly userUpdated: UserConfig;
  readonly unreadCountChanged: number;
  readonly connectionChanged: "connecting" | "online" | "reconnecting" | "offline";
  readonly typing: {
    readonly conversationId: string;
    readonly from: "agent";
    readonly active: boolean;
    readonly name?: string;
  };
}

/**
 * A visitor's side of the chat without any look. Every returned promise is already caught, so ignoring one never
 * causes an unhandled rejection; every rejection is a `WidgetError`, and is reported by the event `error` as well.
 */
export interface VisitorClient {
  readonly getState: () => VisitorState;
  /** Called after each change of the state, at most once a task. */
  readonly subscribe: (listener: () => void) => Unsubscribe;
  readonly on: <K extends keyof VisitorEvents>(
    event: K,
    listener: (data: VisitorEvents[K]) => void,
  ) => Unsubscribe;

  /**
   * Begins or continues the session and keeps a connection from now on. Call it when the chat is opened, and at load
   * when the browser keeps a session. Resolves with the session; never waits for the stream. Idempotent.
   */
  readonly connect: () => Promise<void>;

  /** Shows the message at once as `sending`; resolves when committed, rejects when failed. Connects if needed. */
  readonly sendMessage: (draft: Draft) => Promise<ChatMessage>;
  /**
   * Sends a failed message again, with the same id; elsewhere, if it failed because its conversation takes no more
   * messages.
   */
  readonly retryMessage: (messageId: string) => Promise<ChatMessage>;
  /** Removes a failed message for good. Does nothing for any other. */
  readonly deleteMessage: (messageId: string) => void;
  /** Makes a conversation the current one: without an id a new, empty one. Nothing is sent before its first message. */
  readonly choose: (conversationId?: string) => void;

  /** Loads the newest page when nothing is loaded yet, else the page before the first message. */
  readonly loadHistory: (conversationId: string) => Promise<void>;
  /**
   * Tells which conversation a person can see: null when the window is closed, another value that is no id when it shows
   * none. While the page is visible and focused, its messages
   * are marked as read by themselves.
   */
  readonly setVisibleConversation: (conversationId: Visible) => void;
  /** Marks all of a conversation (or of every one) as read, whatever is visible. */
  readonly markAsRead: (conversationId?: string) => void;
  /** Call on every keystroke with true; the frames are thinned out to one in 3 s. */
  readonly setTyping: (conversationId: string, active: boolean) => void;

  /** Asks the server as this visitor; for what is loaded later. Begins a session if needed. */
  readonly ask: Ask;
  /** Uploads only; put the result into `sendMessage`. Connects if needed. */
  readonly uploadFile: (file: File, options?: UploadOptions) => Promise<Attachment>;
  /** Asks for the session once more, as `prove` has it now. */
  readonly renew: () => Promise<unknown>;
  /** Stores data about the visitor, unverified. Connects if needed. */
  readonly updateUser: (user: UserChanges) => Promise<UserConfig>;
  /** Fails what is unsent with `LOGGED_OUT`, ends the session on the server, and forgets everything, in all tabs. */
  readonly logout: () => Promise<void>;
  /**
   * Leaves no timer, listener, lock, request or connection behind, and tells nothing any more; what is waited for, and
   * whatever is called later, rejects with `DESTROYED`. What is stored stays.
   */
  readonly destroy: () => void;
}
