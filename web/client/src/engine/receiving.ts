import type { Sent, ServerFrame, Sync, Trouble, Welcome, WireMessage } from "@chask/wire";
import { failing } from "../failure";
import { messageOf } from "../outbox/entry";
import { place, restart } from "../thread/change";
import type { Arrival, Show } from "../thread/change";
import { restate, withMarks } from "../thread/thread";
import type { Thread } from "../thread/thread";
import type { Book } from "./book";
import type { Holes } from "./holes";
import type { EngineOptions } from "./options";
import type { Reading } from "./reading";
import type { Reloads } from "./reload";
import type { Sending } from "./sending";
import type { TypingSigns } from "./typing";

/** What the server's frames are put into. */
export interface Receivers {
  readonly book: Book;
  readonly show: Show;
  readonly holes: Holes;
  readonly reading: Reading;
  readonly reloads: Reloads;
  readonly sending: Sending;
  readonly typing: TypingSigns;
}

/** Keeps the threads true by what the server writes. */
export interface Receiving {
  readonly onFrame: (frame: ServerFrame) => void;
  /** A page that the server did not replay is there. */
  readonly onLoaded: (thread: Thread) => void;
}

export function createReceiving(options: EngineOptions, receivers: Receivers): Receiving {
  const { own, listener, toError, write } = options;
  const { book, holes, reading, reloads, sending, show, typing } = receivers;
  const { outbox } = sending;

  /** Cumulative, so repeating it costs a frame and no more. */
  const acknowledge = ({ id, cursor }: Thread): void => {
    write({ type: "ack", conversation: id, sequence: cursor });
  };

  const accept = ({ grown: thread, arrived }: Arrival): void => {
    book.set(thread);
    if (arrived.length === 0) {
      return;
    }
    if (!reloads.isMissing(thread.id)) {
      listener.onArrived(thread, arrived);
    }
    if (arrived.some(({ message }) => message.sender !== own)) {
      acknowledge(thread);
    }
    reading.seen(thread.id);
  };

  const onMessages = (conversation: string, messages: readonly WireMessage[]): void => {
    const thread = book.at(conversation);
    const placed = messages.map((message) => show(message, thread));
    if (messages.some(({ sender }) => sender !== own)) {
      typing.forget(conversation);
    }
    accept(place(book.at(conversation), placed));
    placed.forEach(sending.committed);
  };

  /** Caught up: what is too old and was not among it is not stored. */
  const settle = (thread: Thread): void => {
    if (thread.cursor >= thread.last && !reloads.isMissing(thread.id)) {
      outbox.expire(thread.id);
    }
  };

  const onSync = ({ conversation, messages, recovered, toSequence, more }: Sync): void => {
    if (!recovered) {
      book.set(restart(book.at(conversation), toSequence));
      return reloads.begin(conversation);
    }
    onMessages(conversation, messages);
    book.set(raised(book.at(conversation), toSequence));
    if (!more) {
      settle(book.at(conversation));
    }
  };

  const onWelcome = (welcome: Welcome): void => {
    for (const { id, lastSequence } of welcome.conversations) {
      book.set(raised(book.at(id), lastSequence));
    }
    book.all().forEach(holes.watch);
    // The last acknowledgement may have been lost with the connection, and nothing may be left to come after it.
    book
      .all()
      .filter((thread) => isForeign(thread) && thread.cursor > thread.ownRead)
      .forEach(acknowledge);
    reloads.live();
    outbox.live();
    reading.live();
  };

  const onSent = ({ conversation, id, sequence, timestamp }: Sent): void => {
    const thread = raised(book.at(conversation), sequence);
    const entry = outbox.get(id);
    if (!entry) {
      return book.set(thread);
    }
    const message = { ...messageOf(entry, own, toError), timestamp: new Date(timestamp) };
    const placed = restate(thread, { sequence, message });
    accept(place(thread, [placed]));
    sending.committed(placed);
  };

  const onTrouble = (trouble: Trouble): void => {
    const { ref, code, reason, retryable } = trouble;
    if (outbox.refused(trouble)) {
      return;
    }
    if (ref === undefined && !retryable) {
      // It concerns the connection's owner; another frame's refusal changes nothing.
      listener.onError(toError(failing(code, reason)));
    } else if (ref !== undefined && reason === "NOT_FOUND") {
      // A conversation that does not exist holds nothing of what is too old to be sent.
      outbox.expire(ref);
    }
  };

  return {
    onLoaded: (thread) => {
      listener.onArrived(thread, thread.held);
      acknowledge(thread);
      reading.seen(thread.id);
      settle(thread);
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
        case "viewing":
        case "presence":
        case "drain":
        case "ping":
        case "pong":
          // They concern one of the two sides, or the connection itself.
          return;
        default:
          frame satisfies never;
      }
    },
  };
}

/** The thread may hold, or have behind it, something of the other side. */
function isForeign({ from, held, own }: Thread): boolean {
  return from > 0 || held.some(({ message }) => message.sender !== own);
}

function raised(thread: Thread, last: number): Thread {
  return last > thread.last ? { ...thread, last } : thread;
}
