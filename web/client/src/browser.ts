import type { Environment, PageChange, Socket } from "./environment";

/** The doors of the page this runs in. Taken when called, so a page that replaces `fetch` later changes nothing. */
export function browserEnvironment(): Environment {
  const request = globalThis.fetch.bind(globalThis);
  return {
    now: () => Date.now(),
    random: () => Math.random(),
    randomBytes: (bytes) => crypto.getRandomValues(bytes),
    after: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    fetch: (url, init) => request(url, init),
    openSocket: (url, protocol): Socket => new WebSocket(url, protocol),
    openUpload: () => new XMLHttpRequest(),
    isOnline: () => navigator.onLine,
    isVisible: () => !document.hidden,
    isFocused: () => document.hasFocus(),
    watchPage,
    storage: (kind) => attempt(() => (kind === "local" ? localStorage : sessionStorage)),
    indexedDB: attempt(() => indexedDB),
    locks: attempt(() => navigator.locks),
    openChannel: (name) => attempt(() => new BroadcastChannel(name)),
  };
}

/** What the browser gives, or undefined where it refuses (private windows, sandboxed frames, plain http). */
function attempt<T>(take: () => T): T | undefined {
  try {
    return take() ?? undefined;
  } catch {
    return undefined;
  }
}

function watchPage(listener: (change: PageChange) => void): () => void {
  const ended = new AbortController();
  const on = (target: EventTarget, event: string, change: () => PageChange): void => {
    target.addEventListener(event, () => listener(change()), { signal: ended.signal });
  };
  for (const name of ["online", "offline", "focus", "blur"] as const) {
    on(globalThis, name, () => name);
  }
  on(globalThis, "pagehide", () => "freeze");
  on(globalThis, "pageshow", () => "resume");
  on(document, "visibilitychange", () => (document.hidden ? "hidden" : "visible"));
  return () => ended.abort();
}
