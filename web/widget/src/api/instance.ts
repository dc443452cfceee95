import type { ChaskConfig, Locale } from "./config";
import type { ChaskEventName, ChaskListener, ConnectionState } from "./events";
import type { Attachment, ChatMessage, MessageDraft, UploadOptions } from "./message";
import type { UserConfig } from "./user";

/** What the widget is doing at the moment. */
export interface ChaskState {
  /** Whether `onReady` has fired. */
  readonly ready: boolean;
  /** Whether the chat window is open. */
  readonly open: boolean;
  /** Whether the widget is shown at all; `false` after `hide()`. */
  readonly visible: boolean;
  /** Language in use. */
  readonly locale: Locale;
  /** Number of unread messages. */
  readonly unread: number;
  /** The connection; `idle` until the chat is needed, `stopped` when it will not try again by itself. */
  readonly connection: ConnectionState | "idle" | "stopped";
}

/**
 * The methods of the widget. Each may be called before the widget is ready: it is kept and done then. A returned
 * promise rejects with a `WidgetError`, and ignoring it never causes an unhandled rejection.
 */
export interface ChaskInstance {
  /** Starts a widget that was initialised with `autoStart: false`. Resolves when it is ready. */
  start(): Promise<void>;
  /** Opens the chat window at once; never waits for the network. */
  open(): void;
  /** Closes the chat window. */
  close(): void;
  /** Opens the closed window, closes the open one. */
  toggle(): void;
  /** Shows the widget again after `hide()`. */
  show(): void;
  /** Takes launcher and window out of sight. Messages still arrive. */
  hide(): void;
  /** Whether the chat window is open. */
  isOpen(): boolean;
  /** Whether `onReady` has fired. */
  isReady(): boolean;
  /** Resolves when the widget is ready; rejects when it cannot become ready (`AUTH_ERROR`). */
  ready(): Promise<void>;
  /** Calls the listener at each such event. Returns a function that stops listening. */
  on<K extends ChaskEventName>(event: K, listener: ChaskListener<K>): () => void;
  /** Calls the listener at the next such event only. Returns a function that stops listening. */
  once<K extends ChaskEventName>(event: K, listener: ChaskListener<K>): () => void;
  /** Ends what `on` or `once` began; without a listener, for all listeners of the event. */
  off<K extends ChaskEventName>(event: K, listener?: ChaskListener<K>): void;
  /** Sends a message of the visitor. Resolves when the server has stored it, rejects when it failed for good. */
  sendMessage(message: string | MessageDraft): Promise<ChatMessage>;
  /** Tells who the visitor is. Resolves with the data the server keeps. */
  identify(user: UserConfig): Promise<UserConfig>;
  /** Changes some of the visitor's data; `null` clears a property. Resolves with the data the server keeps. */
  updateUser(changes: UserChanges): Promise<UserConfig>;
  /** Ends the visitor's session and forgets everything in this browser, in all tabs. */
  logout(): Promise<void>;
  /** Uploads a file; put the result into the `attachments` of `sendMessage`. */
  uploadFile(file: File, options?: UploadOptions): Promise<Attachment>;
  /** Changes the language. Resolves when the new words are shown. */
  setLocale(locale: Locale | "auto"): Promise<void>;
  /** What the widget is doing at the moment. */
  getState(): ChaskState;
  /** Number of unread messages. */
  getUnreadCount(): number;
  /** Takes the widget out of the page without a trace: no node, listener, timer or connection is left. */
  destroy(): void;
  /** Version of the widget. */
  readonly version: string;
}

/** Changes of the visitor's data; `null` clears a property. */
export type UserChanges = { readonly [K in keyof UserConfig]?: UserConfig[K] | null };

/** The global `ChaskWidget`, and the export of the same name of `@chask/widget`. */
export interface ChaskWidgetApi extends ChaskInstance {
  /**
   * Starts the widget. Calling it again with the same key and organization gives the same promise; with others it is
   * refused (`INVALID_CONFIG`) until `destroy()`. While the server cannot be reached the promise stays open: the error
   * is reported and the widget starts as soon as the server answers.
   */
  init(config: ChaskConfig): Promise<ChaskInstance>;
}
