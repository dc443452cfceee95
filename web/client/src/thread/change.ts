import type { WireMessage } from "@chask/wire";
import type { ChatMessage } from "../contract";
import { restate } from "./thread";
import type { Placed, Thread } from "./thread";

/** A changed thread, and the messages that have just joined the gapless part, in order. */
export interface Arrival {
  readonly grown: Thread;
  readonly arrived: readonly Placed[];
}

/** Makes a message to show from one of the server's. */
export type Show = (message: WireMessage, thread: Thread) => Placed;

/** Urls of files may be relative to the server. */
export function showFrom(baseUrl: string): Show {
  const absolute = (url: string): string => (/^https?:/.test(url) ? url : baseUrl + url);
  return (wire, thread) => {
    const { id, sequence, content, sender, timestamp, author, attachments } = wire;
    return restate(thread, {
      sequence,
      wire,
      message: {
        id,
        content,
        sender,
        timestamp: new Date(timestamp),
        status: "sent",
        conversationId: thread.id,
        ...(author && { author }),
        ...(attachments.length > 0 && {
          attachments: attachments.map((file) => ({
            ...file,
            url: absolute(file.url),
            ...(file.thumbnailUrl && { thumbnailUrl: absolute(file.thumbnailUrl) }),
          })),
        }),
      },
    });
  };
}

/** Puts committed messages at their places; what is held already is left alone, what lies beyond a hole kept aside. */
export function place(thread: Thread, messages: readonly Placed[]): Arrival {
  const fresh = messages.filter(
    ({ sequence }) =>
      sequence > thread.cursor && !thread.aside.some((placed) => placed.sequence === sequence),
  );
  const waiting = inOrder([...thread.aside, ...fresh]);
  const hole = waiting.findIndex(({ sequence }, index) => sequence !== thread.cursor + 1 + index);
  const arrived = hole < 0 ? waiting : waiting.slice(0, hole);
  const ids = new Set(messages.map(({ message }) => message.id));
  return {
    arrived,
    grown: {
      ...thread,
      held: arrived.length === 0 ? thread.held : [...thread.held, ...arrived],
      aside: waiting.slice(arrived.length),
      cursor: thread.cursor + arrived.length,
      last: Math.max(thread.last, ...messages.map(({ sequence }) => sequence)),
      pending: without(thread.pending, ids),
    },
  };
}

/** Adds or replaces a pending message; ids sort in the order of sending. */
export function pend(thread: Thread, message: ChatMessage): Thread {
  const others = thread.pending.filter(({ id }) => id !== message.id);
  const before = others.filter(({ id }) => id < message.id);
  return { ...thread, pending: [...before, message, ...others.slice(before.length)] };
}

export function unpend(thread: Thread, id: string): Thread {
  const pending = without(thread.pending, new Set([id]));
  return pending === thread.pending ? thread : { ...thread, pending };
}

/** Puts an older page before what is held; a page that does not fit without a gap changes nothing. */
export function prepend(thread: Thread, page: readonly Placed[]): Thread {
  const older = page.filter(({ sequence }) => sequence <= thread.from);
  const first = older[0];
  const fits = older.every(({ sequence }, index) => sequence === thread.from - older.length + 1 + index);
  const ids = new Set(older.map(({ message }) => message.id));
  return !first || !fits
    ? thread
    : {
        ...thread,
        from: first.sequence - 1,
        held: [...older, ...thread.held],
        pending: without(thread.pending, ids),
      };
}

/** Forgets what is held, because the server does not replay; what is pending stays. */
export function restart(thread: Thread, toSequence: number): Thread {
  return { ...thread, from: toSequence, cursor: toSequence, last: toSequence, held: [], aside: [] };
}

function inOrder(placed: readonly Placed[]): readonly Placed[] {
  return placed.toSorted((one, other) => one.sequence - other.sequence);
}

function without(messages: readonly ChatMessage[], ids: ReadonlySet<string>): readonly ChatMessage[] {
  return messages.some(({ id }) => ids.has(id)) ? messages.filter(({ id }) => !ids.has(id)) : messages;
}
