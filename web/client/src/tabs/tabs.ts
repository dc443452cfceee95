import type { ClientFrame, Sent, ServerFrame } from "@chask/wire";
import type { Connection } from "../contract";
import type { Environment } from "../environment";
import type { Failure } from "../failure";
import type { Entry } from "../outbox/entry";
import { end, lifeLock } from "./life";

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
  /** Waits until this tab may tell its page: at once if it was looked at last, else a moment later. */
  readonly turn: () => Promise<void>;
  /**
   * Runs once that tab is gone. If it gives true, no other tab does the same for it as long as this one lives: whatever
   * it has left has one sender at a time, and all of it has the same one.
   */
  readonly inherit: (tab: string, run: () => Promise<boolean>) => void;
  readonly stop: () => void;
}

/** Tabs that can be heard. */
export interface HeardTabs extends Tabs {
  readonly listen: (listener: (message: TabMessage) => void) => void;
}

const LESS_FOCUSED_WAITS = 400;

export interface TabsOptions {
  readonly environment: Environment;
  readonly locks: LockManager;
  /** What tabs of one visitor have in common. */
  readonly key: string;
  readonly tab: string;
  /** Ends this tab's part, and its life lock. */
  readonly ended: AbortController;
}

/** Begins to hear the other tabs, and to be heard by them. */
export function openTabs({ environment, locks, key, tab, ended }: TabsOptions): HeardTabs {
  const listeners = new Set<(message: TabMessage) => void>();
  const heirs = new Set<string>();
  const { signal } = ended;
  const channel = environment.openChannel(`${key}/1`);
  let focusedElsewhere = false;

  const post = (message: TabMessage): void => {
    if (!signal.aborted) {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches one origin only
      channel?.postMessage(message);
    }
  };
  const focus = (): void => {
    focusedElsewhere = false;
    post({ kind: "focus" });
  };
  const hear = ({ data }: MessageEvent<TabMessage>): void => {
    focusedElsewhere ||= data.kind === "focus";
    listeners.forEach((listener) => listener(data));
  };

  channel?.addEventListener("message", hear, { signal });
  const unwatch = environment.watchPage((change) => change === "focus" && focus());
  if (environment.isFocused()) {
    focus();
  }

  return {
    post,
    listen: (listener) => listeners.add(listener),
    turn: () =>
      new Promise((resolve) => {
        const cancel = environment.after(focusedElsewhere ? LESS_FOCUSED_WAITS : 0, () => {
          signal.removeEventListener("abort", cancel);
          resolve();
        });
        // It never is the turn of a tab that has ended.
        signal.addEventListener("abort", cancel);
      }),
    inherit: (other, run) => {
      if (other !== tab && !heirs.has(other)) {
        heirs.add(other);
        locks
          .request(lifeLock(key, other), { signal }, async () => (await run()) && end(signal))
          .catch(() => undefined)
          .finally(() => heirs.delete(other));
      }
    },
    stop: () => {
      ended.abort();
      unwatch();
      channel?.close();
    },
  };
}
