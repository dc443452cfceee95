import type { Inbox, MessageFrame, ServerFrame, Sync, WireMessage } from "@chask/wire";
import type { Book } from "../engine/book";
import type { Environment } from "../environment";
import { isChange } from "../thread/thread";
import type { Thread } from "../thread/thread";

/** What has come to a watched thread while the agent did not have it before him. */
interface Span {
  /** His read mark before he saw any of it. */
  readonly mark: number;
  /** Its last sequence; undefined while it still comes. */
  readonly upTo: number | undefined;
  /** When the end was found. */
  readonly endedAt: number;
}

export interface MissedOptions {
  readonly book: Book;
  readonly environment: Pick<Environment, "now" | "isVisible" | "isFocused">;
  /** What the list says of it, if it holds it. */
  readonly row: (conversation: string) => Pick<Inbox, "lastSequence" | "unread"> | undefined;
  readonly onChange: () => void;
}

/**
 * Where what an agent has missed begins, for each thread he watches. The mark itself moves as soon as he sees the thread:
 * what it was before is kept here, until he has been away again and more has come.
 */
export interface Missed {
  /** The agent comes to the thread, whose own mark is known. */
  readonly begin: (conversation: string) => void;
  readonly end: (conversation: string) => void;
  /** A frame that the book has not taken in yet. */
  readonly onFrame: (frame: ServerFrame) => void;
  /** The page may be before a person again. */
  readonly seen: () => void;
  /** The id of the visitor's first message in it; null while that is not loaded, undefined if there is none. */
  readonly first: (thread: Thread) => string | null | undefined;
}

/** Who comes back has the page first, and the connection perhaps some seconds later: that is one absence. */
const sameMilliseconds = 15_000;

export function createMissed({ book, environment, row, onChange }: MissedOptions): Missed {
  const spans = new Map<string, Span>();
  const isSeen = (): boolean => environment.isVisible() && environment.isFocused();

  const close = (conversation: string, upTo: number): void => {
    const span = spans.get(conversation);
    if (span !== undefined && span.upTo === undefined && isSeen()) {
      spans.set(conversation, { ...span, upTo, endedAt: environment.now() });
    }
  };
  /** More comes that he does not see come: of this absence if the last one ended longer ago than that. */
  const grow = (conversation: string, milliseconds: number): void => {
    const span = spans.get(conversation);
    if (span?.upTo !== undefined) {
      const same = environment.now() - span.endedAt < milliseconds;
      const mark = same ? span.mark : book.at(conversation).ownRead;
      spans.set(conversation, { mark, upTo: undefined, endedAt: 0 });
    }
  };
  const isNews = (conversation: string, { sender, sequence, edits, deletes }: WireMessage): boolean =>
    sender === "user" && sequence > book.at(conversation).cursor && (edits ?? deletes) === undefined;

  const onMessage = ({ conversation, message }: MessageFrame): void => {
    if (!isSeen() && isNews(conversation, message)) {
      grow(conversation, 0);
    }
  };
  const onSync = ({ conversation, messages, recovered, more, toSequence }: Sync): void => {
    if (!recovered || messages.some((message) => isNews(conversation, message))) {
      grow(conversation, sameMilliseconds);
    }
    if (!more) {
      close(conversation, toSequence);
    }
  };

  return {
    begin: (conversation) => {
      if (!spans.has(conversation)) {
        const { ownRead } = book.at(conversation);
        const told = row(conversation);
        // Read elsewhere: no frame has told that while he was not in it.
        const mark = told?.unread === 0 ? Math.max(ownRead, told.lastSequence) : ownRead;
        spans.set(conversation, { mark, upTo: undefined, endedAt: 0 });
        onChange();
      }
    },
    end: (conversation) => spans.delete(conversation),
    onFrame: (frame) => {
      if (frame.type === "message") {
        onMessage(frame);
      } else if (frame.type === "sync") {
        onSync(frame);
      }
    },
    seen: () =>
      [...spans.keys()].forEach((conversation) => close(conversation, book.at(conversation).cursor)),
    first: (thread) => {
      const span = spans.get(thread.id);
      return span === undefined ? undefined : firstIn(thread, span);
    },
  };
}

function firstIn(thread: Thread, { mark, upTo = Infinity }: Span): string | null | undefined {
  const found = thread.held.find(
    (placed) =>
      placed.sequence > mark &&
      placed.sequence <= upTo &&
      placed.message.sender === "user" &&
      !isChange(placed),
  );
  if (thread.from <= mark) {
    return found?.message.id;
  }
  const counted = thread.countedTo > mark && thread.counted > 0;
  return found !== undefined || counted ? null : undefined;
}
