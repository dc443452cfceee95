/** The doors to the browser, as arguments: a test gives its own time, chance, network and storage. */
export interface Environment {
  /** Milliseconds since 1970. */
  now(): number;
  /** At least 0, below 1. */
  random(): number;
  /** The same array, filled with unguessable bytes. */
  randomBytes(bytes: Uint8Array<ArrayBuffer>): Uint8Array;
  /** Runs once after so many milliseconds; the result calls it off. */
  after(milliseconds: number, run: () => void): () => void;
  fetch(url: string, init: RequestInit): Promise<Response>;
  openSocket(url: string, protocol: string): Socket;
  /** A request whose upload progress can be followed, which `fetch` cannot do. */
  openUpload(): XMLHttpRequest;
  /** What the browser says of the network; true proves nothing. */
  isOnline(): boolean;
  isVisible(): boolean;
  isFocused(): boolean;
  /** Calls on each change of the network, the visibility and the focus of the page. */
  watchPage(listener: (change: PageChange) => void): () => void;
  /** Undefined where the browser refuses it. */
  storage(kind: "local" | "session"): Storage | undefined;
  readonly indexedDB: IDBFactory | undefined;
  readonly locks: LockManager | undefined;
  openChannel(name: string): BroadcastChannel | undefined;
}

export type PageChange = "online" | "offline" | "visible" | "hidden" | "focus" | "blur" | "freeze" | "resume";

/** The part of a WebSocket that is used. */
export interface Socket {
  send(text: string): void;
  close(code: number): void;
  addEventListener(type: "open", listener: () => void): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: "close", listener: (event: { readonly code: number }) => void): void;
}
