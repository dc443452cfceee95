import type { Send, Trouble } from "@chask/wire";
import type { Environment } from "../environment";
import { failing } from "../failure";
import type { Failure } from "../failure";
import { retryDelay } from "../link/delay";
import type { Vault } from "../vault/vault";
import { frameOf, isEntry } from "./entry";
import type { Entry } from "./entry";

export interface OutboxOptions {
  readonly environment: Environment;
  readonly vault: Vault;
  /** Beginning of the vault's keys; the entry's id follows. */
  readonly prefix: string;
  /** This tab: only its own entries are sent from here. */
  readonly tab: string;
  /** False: no connection now. */
  readonly write: (frame: Send) => boolean;
  /** Asks the server for what is not held of a conversation; `expire` follows. False: no connection now. */
  readonly askFor: (conversation: string) => boolean;
  /** An entry is new or has changed. */
  readonly onEntry: (entry: Entry) => void;
  /** An entry of this tab has failed. */
  readonly onFailed: (entry: Entry, failure: Failure) => void;
}

/**
 * What has not been acknowledged yet. Ordered in each conversation, one message of it in flight at a time, the same id
 * on every attempt. No answer says nothing about success, so the message is sent again (PROTOCOL.md §6).
 *
 * Each tab sends its own, also through another tab's connection: two tabs may have one message each in flight. What
 * holds is the order within a tab. One queue for all would bring none that a person could see, and would make a tab's
 * sending wait for the life of another one.
 */
export interface Outbox {
  readonly entries: () => readonly Entry[];
  readonly get: (id: string) => Entry | undefined;
  /** Stores and sends; also for an entry of another tab, which is only kept. */
  readonly put: (entry: Entry) => void;
  /**
   * Makes a stored entry this tab's, and in storage the owner's; there it stays that of the tab which wrote it, so that
   * whoever comes after this tab gets all that is left of it at once. False, and nothing has changed: it was settled, or
   * is somebody else's.
   */
  readonly adopt: (entry: Entry, owner: string) => Promise<boolean>;
  /** Takes an entry out, whatever became of it. Gives it, if it was there. */
  readonly take: (id: string) => Entry | undefined;
  /** Removes what is stored of it. True: it was stored, and nobody else has claimed it. */
  readonly claim: (id: string) => Promise<boolean>;
  /** The verdict on an entry, new or known: it stays, failed, until a person decides. */
  readonly fail: (entry: Entry, failure: Failure) => void;
  /** The server's refusal of a `send`. False: the id is not in flight here. */
  readonly refused: (trouble: Trouble) => boolean;
  /** There is a connection: sends whatever waits. */
  readonly live: () => void;
  /** The connection is gone: nothing is in flight any more. */
  readonly lost: () => void;
  /** Fails what is older than a day in this conversation; call it only when it has been caught up. */
  readonly expire: (conversation: string) => void;
  /** Fails everything of this tab that waits. */
  readonly failAll: (failure: Failure) => void;
  /** Forgets everything in memory and calls off every timer; what is stored stays. */
  readonly stop: () => void;
}

const ANSWER_WITHIN = 15_000;
const LIFETIME = 24 * 60 * 60 * 1_000;

export function createOutbox(options: OutboxOptions): Outbox {
  const { environment, vault, prefix } = options;
  const entries = new Map<string, Entry>();
  /** By conversation: what is in flight or paused, and how to call its timer off. */
  const busy = new Map<string, { readonly id: string; readonly cancel: () => void }>();
  const attempts = new Map<string, number>();

  let cancelAging: (() => void) | undefined;

  const waits = (entry: Entry): boolean => entry.tab === options.tab && !entry.failed;
  /** Without an owner it is not known yet who says it, and where. */
  const ready = (entry: Entry): boolean => waits(entry) && entry.owner !== "";
  const stale = (entry: Entry): boolean => environment.now() - entry.since > LIFETIME;
  const inOrder = (): readonly Entry[] =>
    [...entries.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));

  const hold = (conversation: string, id: string, milliseconds: number): void => {
    release(conversation);
    const cancel = environment.after(milliseconds, () => {
      busy.delete(conversation);
      pump(conversation);
    });
    busy.set(conversation, { id, cancel });
  };
  const release = (conversation: string): void => {
    busy.get(conversation)?.cancel();
    busy.delete(conversation);
  };
  const releaseAll = (): void => [...busy.keys()].forEach(release);

  const pump = (conversation: string): void => {
    if (busy.has(conversation)) {
      return;
    }
    const entry = inOrder().find((each) => each.conversation === conversation && ready(each));
    if (!entry) {
      return;
    }
    // One that is too old keeps its place until it is known whether it was stored: nothing overtakes it.
    if (stale(entry) ? options.askFor(conversation) : options.write(frameOf(entry))) {
      hold(conversation, entry.id, ANSWER_WITHIN);
    }
  };
  const pumpAll = (): void => {
    releaseAll();
    new Set(inOrder().map(({ conversation }) => conversation)).forEach(pump);
  };
  /** The next one to become too old is asked for when it does. */
  const watchAge = (): void => {
    cancelAging?.();
    const young = inOrder().filter((entry) => waits(entry) && !stale(entry));
    const due = Math.min(...young.map(({ since }) => since + LIFETIME + 1));
    cancelAging =
      due === Infinity
        ? undefined
        : environment.after(due - environment.now(), () => {
            pumpAll();
            watchAge();
          });
  };

  const keep = (entry: Entry): void => {
    entries.set(entry.id, entry);
    options.onEntry(entry);
    pump(entry.conversation);
    watchAge();
  };

  const put = (entry: Entry): void => {
    if (entry.tab === options.tab) {
      void vault.update(prefix + entry.id, () => entry);
    }
    keep(entry);
  };

  const take = (id: string): Entry | undefined => {
    const entry = entries.get(id);
    if (entry) {
      entries.delete(id);
      attempts.delete(id);
      if (busy.get(entry.conversation)?.id === id) {
        release(entry.conversation);
      }
      pump(entry.conversation);
      watchAge();
    }
    return entry;
  };

  const fail = (entry: Entry, failure: Failure): void => {
    if (busy.get(entry.conversation)?.id === entry.id) {
      release(entry.conversation);
    }
    const failed: Entry = { ...entry, failed: { code: failure.code, reason: failure.reason } };
    put(failed);
    options.onFailed(failed, { ...failure, messageId: entry.id });
  };

  const refused = (trouble: Trouble): boolean => {
    const entry = entries.get(trouble.ref ?? "");
    if (!entry || !waits(entry)) {
      return entry !== undefined;
    }
    if (!trouble.retryable) {
      fail(entry, failing(trouble.code, trouble.reason));
      return true;
    }
    const attempt = attempts.get(entry.id) ?? 0;
    attempts.set(entry.id, attempt + 1);
    hold(
      entry.conversation,
      entry.id,
      trouble.retryAfterMs ?? retryDelay(attempt, () => environment.random()),
    );
    return true;
  };

  return {
    entries: inOrder,
    get: (id) => entries.get(id),
    put,
    adopt: async (entry, owner) => {
      // Without Web Locks another tab may have given it its owner and its conversation already: both send the same.
      const owned = (there: unknown): Entry | false =>
        isEntry(there) &&
        there.tab === entry.tab &&
        (there.owner === "" ? { ...entry, owner } : there.owner === owner && there);
      const mine = owned(await vault.update(prefix + entry.id, (there) => owned(there) || there));
      if (mine) {
        keep({ ...mine, tab: options.tab });
      }
      return mine !== false;
    },
    take,
    claim: async (id) => (await vault.update(prefix + id, () => undefined)) !== undefined,
    fail,
    refused,
    live: pumpAll,
    lost: releaseAll,
    expire: (conversation) =>
      inOrder()
        .filter((entry) => entry.conversation === conversation && waits(entry) && stale(entry))
        .forEach((entry) => fail(entry, failing("SEND_ERROR", "EXPIRED"))),
    failAll: (failure) =>
      inOrder()
        .filter(waits)
        .forEach((entry) => fail(entry, failure)),
    stop: () => {
      releaseAll();
      cancelAging?.();
      cancelAging = undefined;
      entries.clear();
    },
  };
}
