/** The doors to the browser, as arguments: a test gives its own time, chance, network and storage. */
export interface Environment {
  /** Milliseconds since 1970. */
  now(): number;
  /** At least 0, below 1. */
  random(): number;
  /** Fills the array with unguessable bytes. */
  randomBytes(bytes: Uint8Array<ArrayBuffer>): void;
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
  close(code: number, reason?: string): void;
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
}
