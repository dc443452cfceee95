import type { ClientFrame, Sent, ServerFrame } from "@chask/wire";
import type { Connection } from "../contract";
import type { Environment } from "../environment";
import type { Failure } from "../failure";
import type { Entry } from "../outbox/entry";

/**
 * What tabs of one browser profile tell each other. Nothing that must not be lost depends on it: a tab that hears
 * nothing is only later, or shows less of what others do.
 */
export type TabMessage =
  /** The tab was looked at: it is the one that tells its page of new messages. */
  | { readonly kind: "focus" }
  /** The visitor was logged out. */
  | { readonly kind: "logout" }
  /** An entry of the sender's outbox, to be shown here too. */
  | { readonly kind: "entry"; readonly entry: Entry }
  /** An entry of the sender's outbox is committed. */
  | { readonly kind: "sent"; readonly frame: Sent }
  /** A failed entry was deleted. */
  | { readonly kind: "gone"; readonly id: string }
  /** Who leads? */
  | { readonly kind: "who" }
  /** To the leader: a person wants to be connected. */
  | { readonly kind: "start" }
  /** From the leader: how its connection is, and the greeting it was given. */
  | {
      readonly kind: "link";
      readonly connection: Connection;
      /** Somebody can look at the leader's page. */
      readonly visible: boolean;
      readonly failure?: Failure;
      readonly welcome?: ServerFrame;
    }
  /** From the leader: a failure to tell the page. */
  | { readonly kind: "failure"; readonly failure: Failure }
  /** From the leader: what the server wrote. */
  | { readonly kind: "frame"; readonly frame: ServerFrame }
  /** To the leader: what a tab wants written. */
  | { readonly kind: "write"; readonly frame: ClientFrame };

/** The other tabs of this browser profile, as far as the browser lets them be known. */
export interface Tabs {
  readonly post: (message: TabMessage) => void;
  readonly listen: (listener: (message: TabMessage) => void) => void;
  /** Waits until this tab may tell its page: at once if it was looked at last, else a moment later. */
  readonly turn: () => Promise<void>;
  /**
   * Runs once that tab is gone, while no other tab does the same for it. Without Web Locks nobody knows of a tab that
   * it is gone; then it is assumed, a little later.
   */
  readonly inherit: (tab: string, run: () => Promise<void>) => void;
  /** Begins to be known. Idempotent. */
  readonly start: () => void;
  readonly stop: () => void;
}

const LESS_FOCUSED_WAITS = 400;
const UNKNOWN_WAITS = 2_000;

export function createTabs(environment: Environment, key: string, tab: string): Tabs {
  const listeners = new Set<(message: TabMessage) => void>();
  const heirs = new Set<string>();
  const { locks } = environment;
  const lockOf = (name: string): string => `${key}:tab:${name}`;
  let channel: BroadcastChannel | undefined;
  let ended = new AbortController();
  let focusedElsewhere = false;

  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches one origin only
  const post = (message: TabMessage): void => channel?.postMessage(message);
  const focus = (): void => {
    focusedElsewhere = false;
    post({ kind: "focus" });
  };
  const hear = ({ data }: MessageEvent<TabMessage>): void => {
    focusedElsewhere ||= data.kind === "focus";
    listeners.forEach((listener) => listener(data));
  };
  const wait = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      environment.after(milliseconds, resolve);
    });

  return {
    post,
    listen: (listener) => listeners.add(listener),
    turn: () => (focusedElsewhere ? wait(LESS_FOCUSED_WAITS) : Promise.resolve()),
    inherit: (other, run) => {
      if (other === tab || heirs.has(other)) {
        return;
      }
      heirs.add(other);
      const { signal } = ended;
      const inherited =
        locks === undefined
          ? wait(UNKNOWN_WAITS).then(() => (signal.aborted ? undefined : run()))
          : locks.request(lockOf(other), { signal }, run);
      inherited.catch(() => undefined).finally(() => heirs.delete(other));
    },
    start: () => {
      if (channel !== undefined) {
        return;
      }
      ended = new AbortController();
      const { signal } = ended;
      channel = environment.openChannel(key);
      channel?.addEventListener("message", hear, { signal });
      const unwatch = environment.watchPage((change) => change === "focus" && focus());
      signal.addEventListener("abort", unwatch);
      locks
        ?.request(
          lockOf(tab),
          { signal },
          () =>
            new Promise((resolve) => {
              signal.addEventListener("abort", resolve);
            }),
        )
        .catch(() => undefined);
      if (environment.isFocused()) {
        focus();
      }
    },
    stop: () => {
      ended.abort();
      channel?.close();
      channel = undefined;
      heirs.clear();
    },
  };
}
