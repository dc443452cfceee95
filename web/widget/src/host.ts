import type { VisitorClient } from "@chask/client";
import type {
  AnalyticsEvent,
  AnalyticsEventType,
  ChaskConfig,
  ChaskEventName,
  ChaskEvents,
  ChaskInstance,
  Locale,
  WidgetError,
} from "./api";
import type { WidgetSettings } from "./settings";
import type { Catalogue } from "./locales/catalogue";

/** What the loader gives to the chunks it has loaded. They import nothing of the loader, so nothing is loaded twice. */
export interface Host {
  readonly config: ChaskConfig;
  /** Address of the server, without a slash at the end. */
  readonly baseUrl: string;
  /** The organization's settings; there is none before the widget is ready. */
  readonly settings: WidgetSettings | undefined;
  /** The organization's look may put itself around some of them. */
  chunks: Chunks;
  /** The language in use. */
  readonly locale: Locale;
  readonly shell: Shell;
  readonly hub: Hub;
  /** Aborted by `destroy`: every listener, timer and request hangs on it. */
  readonly signal: AbortSignal;
  close(): void;
  /** Repeats a load until it works, and tells of an outage once. Rejects when the widget is destroyed. */
  persist<T>(task: () => Promise<T>): Promise<T>;
  /** Shows the number on the launcher, and gets the panel ready when there is something to read. */
  setUnread(count: number): void;
  /** Tells the page of an error, unless the loader has told of the same outage. */
  report(error: WidgetError): void;
}

/** Tells the page what happens. */
export interface Hub {
  emit<K extends ChaskEventName>(name: K, ...data: ChaskEvents[K]): void;
  /** Tells the analytics; for an occurrence that has an event of its own, after that event. */
  track(type: AnalyticsEventType, data?: AnalyticsEvent["data"]): void;
}

/** The widget's one element in the page, and the launcher in it. */
export interface Shell {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly launcher: HTMLElement;
}

/** The visitor's side of the chat, told in the words of the public API. */
export interface Session extends Pick<
  ChaskInstance,
  "sendMessage" | "identify" | "updateUser" | "logout" | "uploadFile"
> {
  readonly client: VisitorClient;
  /** Of the words; the language in use as soon as they have been loaded. */
  readonly locale: Locale;
  /** In the present language. */
  words(): Catalogue;
  /** Begins the visitor's session; what fails is reported, and tried again by itself. */
  connect(): void;
  /** Rejects when the words cannot be loaded; the language is then the old one. */
  setLocale(locale: Locale): Promise<void>;
  /** Calls after each change of what is shown: the client's state or the words. The result ends it. */
  subscribe(listener: () => void): () => void;
}

/** The chat window. */
export interface Panel {
  readonly isOpen: boolean;
  setOpen(open: boolean): void;
}

export interface SessionModule {
  readonly startSession: (host: Host) => Promise<Session>;
}

export interface PanelModule {
  readonly mountPanel: (host: Host, session: Session) => Panel;
}

/** What a first-time visitor does not need: the messages of a conversation. */
export type ThreadModule = typeof import("./thread");

/** What few visitors need: files and the list of conversations. */
export type ExtraModule = typeof import("./extra");

export interface WordsModule {
  readonly words: Catalogue;
}

/** What only organizations with a look, words or hours of their own need. */
export type LookModule = typeof import("./look");

/** Everything that the loader has not brought along. */
export interface Parts extends Readonly<Record<Locale, WordsModule>> {
  readonly session: SessionModule;
  readonly panel: PanelModule;
  readonly thread: ThreadModule;
  readonly extra: ExtraModule;
  readonly look: LookModule;
}

/** How the loader gets at them. A failed load may be tried again. */
export type Chunks = <N extends keyof Parts>(name: N) => Promise<Parts[N]>;
