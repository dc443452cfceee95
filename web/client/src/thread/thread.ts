import type { WireMessage } from "@chask/wire";
import type { ChatMessage, Conversation, MessageStatus, Typing } from "../contract";

/** A committed message at its place. */
export interface Placed {
  readonly sequence: number;
  readonly message: ChatMessage;
  /** As the server wrote it. */
  readonly wire?: WireMessage;
  /** Which of its changes `message` shows, and the message without them. */
  readonly told?: string;
  readonly written?: ChatMessage;
}

/** Whether an entry is a change of a message, which has a place in the sequence and is not shown. */
export function isChange({ wire }: Placed): boolean {
  return Boolean(wire?.edits ?? wire?.deletes);
}

/** How far each side has come; only growing. */
export interface Marks {
  /** The other side has received, and read, up to here. */
  readonly delivered: number;
  readonly read: number;
  /** One's own side has read up to here. */
  readonly ownRead: number;
}

/** One conversation as one tab holds it. Immutable. */
export interface Thread extends Marks {
  readonly id: string;
  readonly status: "open" | "resolved";
  /** The side this client speaks for: `user` for a visitor, `agent` for an agent. */
  readonly own: "user" | "agent";
  /** Held without a gap: `from` + 1 … `cursor`. */
  readonly from: number;
  readonly cursor: number;
  readonly held: readonly Placed[];
  /** Beyond a hole, in sequence order. */
  readonly aside: readonly Placed[];
  /** One's own that are not committed, in the order of sending. */
  readonly pending: readonly ChatMessage[];
  /** The last sequence known to exist. */
  readonly last: number;
  /** As the server counted: so many unread up to `countedTo`. */
  readonly counted: number;
  readonly countedTo: number;
  readonly typing?: Typing;
  readonly loading: boolean;
  /** The last message as the server told it with the list, for when none is held. */
  readonly preview?: ChatMessage;
}

/** A conversation of which nothing is known yet. */
export function emptyThread(id: string, own: "user" | "agent"): Thread {
  return {
    id,
    own,
    status: "open",
    from: 0,
    cursor: 0,
    held: [],
    aside: [],
    pending: [],
    last: 0,
    counted: 0,
    countedTo: 0,
    delivered: 0,
    read: 0,
    ownRead: 0,
    loading: false,
  };
}

/** The status of a committed message: by the other side's marks for one's own, by one's own mark for the others'. */
export function statusAt(thread: Thread, placed: Placed): MessageStatus {
  if (placed.message.sender !== thread.own) {
    return placed.sequence <= thread.ownRead ? "read" : "delivered";
  }
  if (placed.sequence <= thread.read) {
    return "read";
  }
  return placed.sequence <= thread.delivered ? "delivered" : "sent";
}

/** Moves the marks forward; the messages' statuses follow. Messages whose status stays keep their identity. */
export function withMarks(thread: Thread, marks: Partial<Marks & Pick<Thread, "status">>): Thread {
  const delivered = Math.max(thread.delivered, marks.delivered ?? 0, marks.read ?? 0);
  const read = Math.max(thread.read, marks.read ?? 0);
  const ownRead = Math.max(thread.ownRead, marks.ownRead ?? 0);
  const { status = thread.status } = marks;
  if (
    delivered === thread.delivered &&
    read === thread.read &&
    ownRead === thread.ownRead &&
    status === thread.status
  ) {
    return thread;
  }
  const moved = { ...thread, delivered, read, ownRead, status };
  const restated = (placed: Placed): Placed => restate(moved, placed);
  return { ...moved, held: moved.held.map(restated), aside: moved.aside.map(restated) };
}

/** The placed message with the status that is true now. */
export function restate(thread: Thread, placed: Placed): Placed {
  const status = statusAt(thread, placed);
  return status === placed.message.status ? placed : { ...placed, message: { ...placed.message, status } };
}

/** Messages of the other side and the system above one's own read mark. */
export function unreadOf(thread: Thread): number {
  const seen = thread.from <= thread.ownRead;
  const floor = seen ? thread.ownRead : Math.max(thread.ownRead, thread.countedTo);
  const base = seen || thread.ownRead >= thread.countedTo ? 0 : thread.counted;
  const unread = (placed: Placed): boolean =>
    placed.sequence > floor && placed.message.sender !== thread.own && !isChange(placed);
  return base + thread.held.filter(unread).length;
}

/** The conversation as it is shown. */
export function conversationOf(thread: Thread): Conversation {
  const ownAside = thread.aside.filter(({ message }) => message.sender === thread.own);
  const placed = [...thread.held, ...ownAside].filter((each) => !isChange(each));
  const messages = [...placed.map(({ message }) => message), ...thread.pending];
  const lastMessage = messages.at(-1) ?? thread.preview;
  return {
    id: thread.id,
    status: thread.status,
    messages,
    unread: unreadOf(thread),
    history: historyOf(thread),
    ...(lastMessage && { lastMessage }),
    ...(thread.typing && { typing: thread.typing }),
  };
}

function historyOf(thread: Thread): Conversation["history"] {
  if (thread.loading) {
    return "loading";
  }
  if (thread.from === 0) {
    return "complete";
  }
  return thread.held.length === 0 ? "unknown" : "more";
}

/** When something last happened in it, for the order of a list. */
export function activityOf({ held, aside, pending, preview }: Thread): number {
  const last = pending.at(-1) ?? aside.at(-1)?.message ?? held.at(-1)?.message ?? preview;
  return last?.timestamp.getTime() ?? Infinity;
}
