import type { ClientFrame, Sent, ServerFrame, Sync, Trouble, Welcome, WireMessage } from "@chask/wire";
import type { ChatMessage, WidgetError } from "../contract";
import type { Environment } from "../environment";
import type { Failure, ToError } from "../failure";
import { createOutbox } from "../outbox/outbox";
import type { Outbox } from "../outbox/outbox";
import { messageOf } from "../outbox/entry";
import type { Entry } from "../outbox/entry";
import { caught, deferred } from "../promise";
import type { Deferred } from "../promise";
import { pend, place, restart, showFrom, unpend } from "../thread/change";
import type { Arrival } from "../thread/change";
import { restate, withMarks } from "../thread/thread";
import type { Placed, Thread } from "../thread/thread";
import { uuidGenerator } from "../uuid";
import type { Vault } from "../vault/vault";
import { createBook } from "./book";
import type { Book, StatusChange } from "./book";
import { historyLoader } from "./history";
import { createHoles } from "./holes";
import { createReading } from "./reading";
import type { Reading } from "./reading";
import { createTimers } from "./timers";
import { createTyping } from "./typing";

export interface EngineOptions {
  readonly environment: Environment;
  /** The side this client speaks for. */
  readonly own: "user" | "agent";
  readonly baseUrl: string;
  readonly tab: string;
  readonly vault: Vault;
  /** Beginning of the outbox's keys in the vault. */
  readonly prefix: string;
  readonly toError: ToError;
  readonly listener: EngineListener;
  /** False: no connection now. */
  readonly write: (frame: ClientFrame) => boolean;
  /** The messages right before that sequence, by REST; rejects with `Failed`. */
  readonly page: (conversation: string, before: number) => Promise<readonly WireMessage[]>;
}

export interface EngineListener {
  /** Something to show has changed. */
  readonly onChange: () => void;
  readonly onStatus: (change: StatusChange) => void;
  /** These have just joined the gapless part. */
  readonly onArrived: (thread: Thread, arrived: readonly Placed[]) => void;
  /** A message of one's own is committed; its entry has left the outbox. */
  readonly onSent: (entry: Entry, placed: Placed) => void;
  /** An entry of this tab is new, or has changed. */
  readonly onEntry: (entry: Entry) => void;
  readonly onTyping: (thread: Thread, active: boolean) => void;
  readonly onError: (error: WidgetError) => void;
}

/** What visitor and agent have in common: threads kept true by frames, and an outbox. */
export interface Engine {
  readonly book: Book;
  readonly outbox: Outbox;
  readonly reading: Reading;
  /** A new id, later in order than all before. */
  readonly newId: () => string;
  /** With a failure: shown as failed at once, and never written. */
  readonly send: (entry: Entry, failure?: Failure) => Promise<ChatMessage>;
  readonly retry: (id: string) => Promise<ChatMessage>;
  readonly remove: (id: string) => boolean;
  readonly onFrame: (frame: ServerFrame) => void;
  readonly onLost: () => void;
  readonly loadHistory: (conversation: string) => Promise<void>;
  readonly setTyping: (conversation: string, active: boolean) => void;
  /** Calls every timer off and forgets everything in memory; waiting promises are rejected. */
  readonly stop: (failure: Failure) => void;
}

export function createEngine(options: EngineOptions): Engine {
  const { environment, own, listener, toError, write } = options;
  const timers = createTimers(environment);
  const holes = createHoles(timers, write);
  const show = showFrom(options.baseUrl);
  const waiting = new Map<string, Deferred<ChatMessage>>();
  const book = createBook(own, {
    onStatus: listener.onStatus,
    onThread: (thread) => {
      holes.watch(thread);
      listener.onChange();
    },
  });
  const reading = createReading(environment, book, write);
  const typing = createTyping(timers, book, write, listener.onTyping);

  const outbox = createOutbox({
    ...options,
    onEntry: (entry) => {
      for (const thread of book.all()) {
        // It may have been written before the conversations were known, and belong elsewhere now.
        book.set(thread.id === entry.conversation ? thread : unpend(thread, entry.id));
      }
      if (!book.isCommitted(entry.id)) {
        book.set(pend(book.at(entry.conversation), messageOf(entry, own, toError)));
      }
      listener.onEntry(entry);
    },
    onFailed: (entry, failure) => {
      const error = toError(failure);
      if (failure.code === "SEND_ERROR") {
        // Any other is the connection's, which tells it once for all messages.
        listener.onError(error);
      }
      waiting.get(entry.id)?.reject(error);
      waiting.delete(entry.id);
    },
  });

  const accept = ({ thread, arrived }: Arrival): void => {
    book.set(thread);
    if (arrived.length > 0) {
      listener.onArrived(thread, arrived);
      if (arrived.some(({ message }) => message.sender !== own)) {
        write({ type: "ack", conversation: thread.id, sequence: thread.cursor });
      }
      reading.seen(thread.id);
    }
  };

  const committed = (placed: Placed): void => {
    const { id, sender } = placed.message;
    const entry = sender === own ? outbox.take(id) : undefined;
    if (entry !== undefined) {
      listener.onSent(entry, placed);
      waiting.get(id)?.resolve(placed.message);
      waiting.delete(id);
    }
  };

  const onMessages = (conversation: string, messages: readonly WireMessage[]): void => {
    const thread = book.at(conversation);
    const placed = messages.map((message) => show(message, thread));
    if (messages.some(({ sender }) => sender !== own)) {
      typing.forget(conversation);
    }
    accept(place(book.at(conversation), placed));
    placed.forEach(committed);
  };

  const onSync = (sync: Sync): void => {
    const thread = book.at(sync.conversation);
    if (sync.recovered) {
      onMessages(thread.id, sync.messages);
      book.set(raised(book.at(thread.id), sync.toSequence));
    } else {
      book.set(restart(thread, sync.toSequence));
      void caught(
        load(thread.id).then(() => listener.onArrived(book.at(thread.id), book.at(thread.id).held)),
      );
    }
    expire();
  };

  const expire = (): void => {
    outbox.expire((conversation) => {
      const thread = book.at(conversation);
      return thread.cursor >= thread.last;
    });
  };

  const load = historyLoader({
    book,
    show,
    page: options.page,
    onCommitted: committed,
    refused: (failure) => {
      const error = toError(failure);
      if (!failure.retryable) {
        listener.onError(error);
      }
      return error;
    },
  });

  const onWelcome = (welcome: Welcome): void => {
    for (const { id, lastSequence } of welcome.conversations) {
      book.set(raised(book.at(id), lastSequence));
    }
    book.all().forEach(holes.watch);
    outbox.live();
    reading.live();
    expire();
  };

  const onSent = ({ conversation, id, sequence, timestamp }: Sent): void => {
    const thread = raised(book.at(conversation), sequence);
    const entry = outbox.get(id);
    if (entry === undefined) {
      return book.set(thread);
    }
    const message = { ...messageOf(entry, own, toError), timestamp: new Date(timestamp) };
    const placed = restate(thread, { sequence, message });
    accept(place(thread, [placed]));
    committed(placed);
  };

  const onTrouble = (trouble: Trouble): void => {
    // Another frame's refusal changes nothing; one without `ref` concerns the connection's owner.
    if (!outbox.refused(trouble) && trouble.ref === undefined && !trouble.retryable) {
      listener.onError(toError({ code: trouble.code, reason: trouble.reason, retryable: false }));
    }
  };

  return {
    book,
    outbox,
    reading,
    newId: uuidGenerator(environment),
    loadHistory: load,
    setTyping: typing.set,
    onLost: () => {
      outbox.lost();
      holes.pause();
    },
    onFrame: (frame) => {
      switch (frame.type) {
        case "welcome":
          return onWelcome(frame);
        case "sent":
          return onSent(frame);
        case "message":
          return onMessages(frame.conversation, [frame.message]);
        case "sync":
          return onSync(frame);
        case "receipt":
          reading.confirmed(frame.conversation, frame.ownRead);
          return book.set(withMarks(book.at(frame.conversation), frame));
        case "typing":
          return typing.heard(frame);
        case "error":
          return onTrouble(frame);
        case "inbox":
        case "presence":
        case "drain":
        case "ping":
        case "pong":
          // They concern one of the two sides, or the connection itself.
          return;
        default:
          return frame satisfies never;
      }
    },
    send: (entry, failure) => {
      const end = deferred<ChatMessage>();
      waiting.set(entry.id, end);
      if (failure === undefined) {
        outbox.put(entry);
      } else {
        outbox.fail(entry, failure);
      }
      return end.promise;
    },
    retry: (id) => {
      const end = deferred<ChatMessage>();
      const entry = outbox.get(id);
      if (entry?.failed === undefined) {
        end.reject(toError({ code: "SEND_ERROR", reason: "NOT_FOUND", retryable: false, messageId: id }));
        return end.promise;
      }
      const { failed: _, ...again } = entry;
      waiting.set(id, end);
      outbox.put({ ...again, tab: options.tab, since: environment.now() });
      return end.promise;
    },
    remove: (id) => {
      const entry = outbox.get(id);
      if (entry?.failed === undefined) {
        return false;
      }
      outbox.take(id);
      void outbox.claim(id);
      book.set(unpend(book.at(entry.conversation), id));
      return true;
    },
    stop: (failure) => {
      timers.clearAll();
      outbox.stop();
      book.clear();
      waiting.forEach((end, messageId) => end.reject(toError({ ...failure, messageId })));
      waiting.clear();
    },
  };
}

function raised(thread: Thread, last: number): Thread {
  return last > thread.last ? { ...thread, last } : thread;
}
