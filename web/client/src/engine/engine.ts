import type { ServerFrame } from "@chask/wire";
import type { ChatMessage } from "../contract";
import type { Failure } from "../failure";
import type { Outbox } from "../outbox/outbox";
import type { Entry } from "../outbox/entry";
import { showFrom } from "../thread/change";
import type { Thread } from "../thread/thread";
import { uuidGenerator } from "../uuid";
import { createBook } from "./book";
import type { Book } from "./book";
import { historyLoader } from "./history";
import { createHoles } from "./holes";
import type { EngineOptions } from "./options";
import { createReading } from "./reading";
import type { Reading } from "./reading";
import { createReceiving } from "./receiving";
import { createReloads } from "./reload";
import { createSending } from "./sending";
import { createTimers } from "./timers";
import { createTyping } from "./typing";

/** What visitor and agent have in common: threads kept true by frames, and an outbox. */
export interface Engine {
  readonly book: Book;
  readonly outbox: Outbox;
  readonly reading: Reading;
  /** A new id, later in order than all before. */
  readonly newId: () => string;
  /** With a failure: shown as failed at once, and never written. */
  readonly send: (entry: Entry, failure?: Failure) => Promise<ChatMessage>;
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
  const book = createBook(own, {
    onStatus: listener.onStatus,
    onThread: (thread) => {
      holes.watch(thread);
      listener.onChange();
    },
  });
  const reading = createReading(environment, book, write);
  const typing = createTyping(timers, book, write, listener.onTyping);
  const sending = createSending(options, book);
  const loadHistory = historyLoader({
    book,
    show,
    page: options.page,
    onCommitted: sending.committed,
    refused: (failure) => {
      const error = toError(failure);
      if (!failure.retryable) {
        listener.onError(error);
      }
      return error;
    },
  });
  const onLoaded = (thread: Thread): void => receiving.onLoaded(thread);
  const reloads = createReloads({ environment, book, timers, load: loadHistory, onLoaded });
  const receiving = createReceiving(options, { book, show, holes, reading, reloads, sending, typing });

  return {
    book,
    outbox: sending.outbox,
    reading,
    newId: uuidGenerator(environment),
    loadHistory,
    setTyping: typing.set,
    send: sending.send,
    onFrame: receiving.onFrame,
    onLost: () => {
      sending.outbox.lost();
      holes.pause();
    },
    stop: (failure) => {
      timers.clearAll();
      reloads.stop();
      book.clear();
      sending.stop(failure);
    },
  };
}
