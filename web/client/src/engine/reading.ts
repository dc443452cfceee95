import type { ClientFrame } from "@chask/wire";
import type { Environment } from "../environment";
import { withMarks } from "../thread/thread";
import type { Book } from "./book";

/** One's own read mark: moved only while a person can see the thread (PROTOCOL.md §4.3). */
export interface Reading {
  /** Which conversation is on the screen; null for none, and anything else that is none for a window without one. */
  readonly setVisible: (conversation: Visible) => void;
  /** Something in this conversation, or in the page, has changed: marks it if it is seen. */
  readonly seen: (conversation?: string) => void;
  /** Marks all of a conversation, seen or not. */
  readonly mark: (conversation: string) => void;
  /** How far the server knows. */
  readonly confirmed: (conversation: string, sequence: number) => void;
  /** There is a connection: tells what the server does not know yet. */
  readonly live: () => void;
}

export type Visible = string | null | undefined | false;

export function createReading(
  environment: Environment,
  book: Book,
  write: (frame: ClientFrame) => boolean,
): Reading {
  let visible: Visible = null;
  let opened: boolean | undefined;
  const known = new Map<string, number>();

  const tell = (conversation: string): void => {
    const { ownRead } = book.at(conversation);
    if (ownRead > (known.get(conversation) ?? 0)) {
      write({ type: "read", conversation, sequence: ownRead });
    }
  };
  const mark = (conversation: string): void => {
    const thread = book.get(conversation);
    if (thread && thread.cursor > thread.ownRead) {
      book.set(withMarks(thread, { ownRead: thread.cursor }));
      tell(conversation);
    }
  };
  const seen = (conversation?: string): void => {
    if (
      visible &&
      (conversation ?? visible) === visible &&
      environment.isVisible() &&
      environment.isFocused()
    ) {
      mark(visible);
    }
  };
  const tellOpened = (): void => {
    opened ||= visible !== null && write({ type: "opened" });
  };
  return {
    setVisible: (conversation) => {
      visible = conversation;
      tellOpened();
      seen();
    },
    seen,
    mark,
    confirmed: (conversation, sequence) => {
      known.set(conversation, Math.max(sequence, known.get(conversation) ?? 0));
    },
    live: () => {
      tellOpened();
      book.all().forEach(({ id }) => tell(id));
    },
  };
}
