import type { ChatMessage, Note, WorkEvent } from "@chask/client";
import { daysBetween } from "../shell/format";
import type { Asides } from "./asides";

/// A message with what its surroundings say about its look.
export interface ThreadItem {
  readonly message: ChatMessage;
  /// The conversation begins with it.
  readonly begins: boolean;
  /// A new day begins with it.
  readonly newDay: boolean;
  /// It begins a group of one sender; the name stands above it.
  readonly first: boolean;
  /// It ends a group; time and status stand below it.
  readonly last: boolean;
  /// It is an agent's, within a group, and has come another way than the next: its status stands beside it.
  readonly ticked: boolean;
  /// The last of the agents' messages that has been taken by the server, whose status is put in words.
  readonly newestOwn: boolean;
  /// The first that the agent had not read when he came to the thread, or back to it.
  readonly unreadBegins: boolean;
}

/// A place of the thread: a message, a note of the agents to each other, or what one of them did.
export type ThreadEntry =
  | { readonly id: string; readonly item: ThreadItem; readonly aside?: never }
  | { readonly id: string; readonly item?: never; readonly aside: Aside; readonly newDay: boolean };

export type Aside =
  | { readonly kind: "note"; readonly at: Date; readonly note: Note }
  | { readonly kind: "event"; readonly at: Date; readonly event: WorkEvent };

function asidesOf({ notes, events }: Asides): readonly Aside[] {
  return [
    ...notes.map((note) => ({ kind: "note", at: note.timestamp, note }) as const),
    ...events.map((event) => ({ kind: "event", at: event.timestamp, event }) as const),
  ].toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

/// The messages with what stands between them, by time. What is older than the first message is shown only once nothing
/// older can be loaded: its place is not known before.
export function withAsides(
  items: readonly ThreadItem[],
  asides: Asides,
  complete: boolean,
): readonly ThreadEntry[] {
  const first = items[0]?.message.timestamp.getTime() ?? 0;
  const waiting = asidesOf(asides).filter(({ at }) => complete || at.getTime() >= first);
  const entries: ThreadEntry[] = [];
  let place = 0;
  for (const item of items) {
    for (
      let next = waiting[place];
      next !== undefined && isBefore(next, item.message);
      next = waiting[place]
    ) {
      entries.push(entryOf(next, entries.at(-1)));
      place += 1;
    }
    entries.push({ id: item.message.id, item: unlessDayStands(item, entries.at(-1)) });
  }
  for (const aside of waiting.slice(place)) {
    entries.push(entryOf(aside, entries.at(-1)));
  }
  return entries;
}

/// What is not stored yet comes last: its time is this browser's.
function isBefore({ at }: Aside, message: ChatMessage): boolean {
  return message.status === "sending" || at.getTime() < message.timestamp.getTime();
}

function timeOf(entry: ThreadEntry): Date {
  return entry.aside === undefined ? entry.item.message.timestamp : entry.aside.at;
}

function entryOf(aside: Aside, before: ThreadEntry | undefined): ThreadEntry {
  const newDay = before === undefined || daysBetween(timeOf(before), aside.at) !== 0;
  return { id: aside.kind === "note" ? aside.note.id : `event-${aside.event.number}`, aside, newDay };
}

/// What stands before it may have told the day already.
function unlessDayStands(item: ThreadItem, before: ThreadEntry | undefined): ThreadItem {
  const told = before?.aside !== undefined && daysBetween(before.aside.at, item.message.timestamp) === 0;
  return told && item.newDay ? withoutDay(item) : item;
}

const dayless = new WeakMap<ThreadItem, ThreadItem>();

function withoutDay(item: ThreadItem): ThreadItem {
  const known = dayless.get(item) ?? { ...item, newDay: false };
  dayless.set(item, known);
  return known;
}

const groupMilliseconds = 5 * 60_000;

/// The agent who looks on, and whether the thread is loaded up to its first message.
export interface ThreadLook {
  readonly agentId: string;
  readonly complete: boolean;
  /// The first message that the agent has missed.
  readonly firstUnread?: string | null | undefined;
}

/// Messages in the order to show, with days and groups. While older ones can still be loaded, the first message gets no
/// day: the one before it may be of the same. Whatever looks as before keeps its identity: a page of older messages, a
/// tick or somebody's typing draws no other row anew.
export function threadItems(
  messages: readonly ChatMessage[],
  { agentId, complete, firstUnread }: ThreadLook,
): readonly ThreadItem[] {
  const newestOwn = messages.findLast((message) => message.sender === "agent")?.id;
  return messages.map((message, place) =>
    itemOf(message, {
      before: messages[place - 1],
      after: messages[place + 1],
      complete: complete && place === 0,
      agentId,
      newestOwn: message.id === newestOwn,
      unreadBegins: message.id === firstUnread,
    }),
  );
}

/// All that the look of a message depends on, besides itself.
interface Surroundings {
  readonly before: ChatMessage | undefined;
  readonly after: ChatMessage | undefined;
  /// It is the first of a thread that is loaded up to its beginning.
  readonly complete: boolean;
  readonly agentId: string;
  readonly newestOwn: boolean;
  readonly unreadBegins: boolean;
}

const made = new WeakMap<ChatMessage, { readonly around: Surroundings; readonly item: ThreadItem }>();

function itemOf(message: ChatMessage, around: Surroundings): ThreadItem {
  const known = made.get(message);
  if (known !== undefined && isSame(known.around, around)) {
    return known.item;
  }
  const item = lookOf(message, around);
  made.set(message, { around, item });
  return item;
}

function isSame(one: Surroundings, other: Surroundings): boolean {
  return (
    one.before === other.before &&
    one.after === other.after &&
    one.complete === other.complete &&
    one.agentId === other.agentId &&
    one.newestOwn === other.newestOwn &&
    one.unreadBegins === other.unreadBegins
  );
}

function lookOf(message: ChatMessage, around: Surroundings): ThreadItem {
  const { before, after, complete, agentId, newestOwn, unreadBegins } = around;
  const last = after === undefined || !sameGroup(message, after, agentId);
  return {
    message,
    begins: complete,
    newDay: before === undefined ? complete : isNewDay(before, message),
    first: before === undefined || !sameGroup(before, message, agentId),
    last,
    ticked: message.sender === "agent" && !last && message.status !== after.status,
    newestOwn,
    unreadBegins,
  };
}

function isNewDay(before: ChatMessage, after: ChatMessage): boolean {
  return daysBetween(before.timestamp, after.timestamp) !== 0;
}

/// Who wrote it. A message that this agent has just sent names no author yet.
function speaker(message: ChatMessage, agentId: string): string {
  return message.sender === "agent" ? (message.author?.id ?? agentId) : message.sender;
}

function sameGroup(before: ChatMessage, after: ChatMessage, agentId: string): boolean {
  return (
    speaker(before, agentId) === speaker(after, agentId) &&
    before.status !== "failed" &&
    !isNewDay(before, after) &&
    after.timestamp.getTime() - before.timestamp.getTime() < groupMilliseconds
  );
}

/// Where the list of a thread begins in the numbers of the virtual list. Older messages that are put before the
/// first lower the number, so that the place in sight stays.
export interface Beginning {
  readonly firstId: string | undefined;
  readonly index: number;
}

/// High enough for any thread; the virtual list refuses numbers below 0.
export const initialBeginning: Beginning = { firstId: undefined, index: 1_000_000 };

export function nextBeginning(present: Beginning, entries: readonly { readonly id: string }[]): Beginning {
  const firstId = entries[0]?.id;
  if (firstId === present.firstId) {
    return present;
  }
  const added = entries.findIndex(({ id }) => id === present.firstId);
  return { firstId, index: added > 0 ? present.index - added : initialBeginning.index };
}
