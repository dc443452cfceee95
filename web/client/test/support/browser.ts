import type { Environment, PageChange } from "../../src/environment";
import type { Clock } from "./clock";
import { seededRandom } from "./clock";
import { fakeLocks } from "./locks";
import type { FakeSocket } from "./socket";

/** What the tabs of one browser profile share. */
export interface Profile {
  readonly local: Storage;
  readonly locks: (tab: object) => LockManager;
  readonly channels: Map<string, Set<FakeChannel>>;
  readonly database: IDBFactory | undefined;
  /** Frees the locks of a tab that is gone. */
  readonly free: (tab: object) => void;
}

export function fakeProfile(database?: IDBFactory): Profile {
  const locks = fakeLocks();
  return { local: fakeStorage(), locks: locks.of, free: locks.free, channels: new Map(), database };
}

/** Where requests and sockets of a tab go. */
export interface Network {
  fetch(url: string, init: RequestInit): Promise<Response>;
  open(): FakeSocket;
}

/** One tab: its page can be looked at, hidden, taken offline or killed. */
export interface Tab {
  readonly environment: Environment;
  set(page: Partial<{ online: boolean; visible: boolean; focused: boolean }>): void;
  /**
   * The browser stops the page, or lets it go on: no timer, event, answer or lock reaches it; what fell due meanwhile
   * happens then. Only a database, which these tests do not own, still answers.
   */
  freeze(frozen: boolean): void;
  /** Runs as something that the page does: at once, when it thaws, or never. */
  act(run: () => void): void;
  /** The page is gone without a goodbye: no timer, no frame, no message reaches it any more. */
  kill(): void;
}

export interface TabOptions {
  readonly clock: Clock;
  readonly network: Network;
  readonly profile?: Profile;
  readonly seed?: number;
  /** Leaves out what plain http on a LAN does not have. */
  readonly insecure?: boolean;
  readonly upload?: () => XMLHttpRequest;
}

export function openTab(options: TabOptions): Tab {
  const { clock, network, profile = fakeProfile() } = options;
  const random = seededRandom(options.seed ?? 1);
  const page = { online: true, visible: true, focused: true };
  const listeners = new Set<(change: PageChange) => void>();
  const channels = new Set<FakeChannel>();
  const sockets = new Set<FakeSocket>();
  const session = fakeStorage();
  const self = {};
  let dead = false;
  let frozen = false;
  let missed: (() => void)[] = [];
  const alive = (run: () => void): void => {
    if (frozen) {
      missed = [...missed, run];
    } else if (!dead) {
      run();
    }
  };

  const tell = (now: PageChange): void => alive(() => listeners.forEach((listener) => listener(now)));
  /** What comes out of a promise, when the page is there to hear it. */
  const heard = <T>(promise: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      promise.then(
        (value) => alive(() => resolve(value)),
        (reason: unknown) => alive(() => reject(reason)),
      );
    });

  const environment: Environment = {
    now: () => clock.now(),
    random,
    randomBytes: (bytes) => bytes.map(() => Math.floor(random() * 256)),
    after: (milliseconds, run) => clock.after(milliseconds, () => alive(run)),
    fetch: (url, init) => heard(network.fetch(url, init)),
    openSocket: () => {
      const socket = network.open();
      socket.gate = alive;
      sockets.add(socket);
      return socket;
    },
    openUpload:
      options.upload ??
      (() => {
        throw new Error("this test uploads nothing");
      }),
    isOnline: () => page.online,
    isVisible: () => page.visible,
    isFocused: () => page.focused,
    watchPage: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    storage: (kind) => (kind === "local" ? profile.local : session),
    indexedDB: profile.database,
    locks: options.insecure === true ? undefined : gated(profile.locks(self), heard),
    openChannel: (name) => {
      const channel = new FakeChannel(name, profile.channels, alive);
      channels.add(channel);
      return channel;
    },
  };

  return {
    environment,
    set: (change) => {
      const before = { ...page };
      Object.assign(page, change);
      if (before.online !== page.online) {
        tell(page.online ? "online" : "offline");
      }
      if (before.visible !== page.visible) {
        tell(page.visible ? "visible" : "hidden");
      }
      if (before.focused !== page.focused) {
        tell(page.focused ? "focus" : "blur");
      }
    },
    act: alive,
    freeze: (now) => {
      frozen = now;
      const due = missed;
      missed = [];
      due.forEach(alive);
    },
    kill: () => {
      dead = true;
      listeners.clear();
      sockets.forEach((socket) => socket.sever());
      channels.forEach((channel) => channel.sever());
      profile.free(self);
    },
  };
}

/** Locks of a page that may be frozen: it holds what it is granted, but does nothing about it before it thaws. */
function gated(locks: LockManager, heard: <T>(promise: Promise<T>) => Promise<T>): LockManager {
  return {
    query: () => heard(locks.query()),
    request: (
      name: string,
      second: LockOptions | LockGrantedCallback<unknown>,
      third?: LockGrantedCallback<unknown>,
    ) => {
      const [options, run] = typeof second === "function" ? [{}, second] : [second, third];
      return heard(locks.request(name, options, (lock) => heard(Promise.resolve(lock)).then(run)));
    },
  };
}

/** A channel whose messages arrive in a later task, as a browser's do. */
export class FakeChannel extends EventTarget implements BroadcastChannel {
  readonly name: string;
  onmessage = null;
  onmessageerror = null;
  readonly #peers: Set<FakeChannel>;
  #closed = false;
  readonly #alive: (run: () => void) => void;

  constructor(name: string, channels: Map<string, Set<FakeChannel>>, alive: (run: () => void) => void) {
    super();
    this.name = name;
    this.#alive = alive;
    this.#peers = channels.get(name) ?? new Set();
    channels.set(name, this.#peers.add(this));
  }

  postMessage(message: unknown): void {
    if (this.#closed) {
      throw new DOMException("the channel is closed", "InvalidStateError");
    }
    const copy: unknown = structuredClone(message);
    for (const peer of this.#peers) {
      if (peer !== this) {
        queueMicrotask(() => peer.#receive(copy));
      }
    }
  }

  close(): void {
    this.#closed = true;
    this.sever();
  }

  /** The page is gone. */
  sever(): void {
    this.#peers.delete(this);
  }

  #receive(data: unknown): void {
    if (this.#peers.has(this)) {
      this.#alive(() => this.dispatchEvent(new MessageEvent("message", { data })));
    }
  }
}

/** The browser's storage over a map. Its items are enumerable properties, as those of a real one are. */
export function fakeStorage(): Storage {
  const items: Record<string, string> = {};
  const hidden = {
    getItem: (key: string) => items[key] ?? null,
    setItem: (key: string, value: string) => {
      items[key] = value;
    },
    removeItem: (key: string) => {
      delete items[key];
    },
    clear: () => Object.keys(items).forEach((key) => delete items[key]),
    key: (index: number) => Object.keys(items)[index] ?? null,
    get length() {
      return Object.keys(items).length;
    },
  };
  return new Proxy<Storage>(hidden, {
    ownKeys: () => Object.keys(items),
    getOwnPropertyDescriptor: (_target, key) =>
      typeof key === "string" && key in items
        ? { value: items[key], enumerable: true, configurable: true }
        : undefined,
  });
}
