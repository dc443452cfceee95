import type { ServerFrame, WireMessage } from "@chask/wire";
import { beforeEach, describe, expect, test } from "vitest";
import { createMissed } from "../src/agent/missed";
import type { Missed } from "../src/agent/missed";
import { createBook } from "../src/engine/book";
import type { Book } from "../src/engine/book";
import { place, prepend, restart, showFrom } from "../src/thread/change";
import { withMarks } from "../src/thread/thread";

const id = "c";
const show = showFrom("https://chat.example.com");

let book: Book;
let missed: Missed;
let row: { readonly lastSequence: number; readonly unread: number } | undefined;
const page = { seen: true, now: 1_000_000 };

beforeEach(() => {
  Object.assign(page, { seen: true, now: 1_000_000 });
  row = undefined;
  book = createBook("agent", { onThread: () => undefined, onStatus: () => undefined });
  missed = createMissed({
    book,
    environment: { now: () => page.now, isVisible: () => true, isFocused: () => page.seen },
    row: () => row,
    onChange: () => undefined,
  });
});

function message(sequence: number, part: Partial<WireMessage> = {}): WireMessage {
  const timestamp = new Date(sequence * 1_000).toISOString();
  return { id: `m${sequence}`, sequence, sender: "user", content: "Hi", timestamp, attachments: [], ...part };
}

function upTo(last: number): readonly WireMessage[] {
  return Array.from({ length: last }, (_, index) => message(index + 1));
}

/** What the engine does with a frame, as far as a thread's messages go: what is seen is read. */
function take(frame: ServerFrame, messages: readonly WireMessage[]): void {
  missed.onFrame(frame);
  const thread = book.at(id);
  const placed = messages.map((each) => show(each, thread));
  book.set(place(thread, placed).grown);
  readIfSeen();
}

function readIfSeen(): void {
  if (page.seen) {
    book.set(withMarks(book.at(id), { ownRead: book.at(id).cursor }));
  }
}

function sync(messages: readonly WireMessage[], part: { more?: boolean; recovered?: boolean } = {}): void {
  const toSequence = messages.at(-1)?.sequence ?? book.at(id).cursor;
  const whole = { recovered: true, more: false, ...part };
  take({ type: "sync", conversation: id, messages, toSequence, ...whole }, messages);
}

function live(sequence: number, part: Partial<WireMessage> = {}): void {
  const one = message(sequence, part);
  take({ type: "message", conversation: id, sequence, message: one }, [one]);
}

function lookBack(): void {
  page.seen = true;
  missed.seen();
  readIfSeen();
}

const first = (): string | null | undefined => missed.first(book.at(id));

describe("an agent who has read three messages and comes back", () => {
  beforeEach(() => {
    sync(upTo(3));
    missed.begin(id);
    sync([]);
    page.now += 60_000;
  });

  test("has missed nothing when nothing has come", () => {
    expect(first()).toBeUndefined();
  });

  test("has missed what the catch-up brings, from the visitor's first message on, although it is read at once", () => {
    missed.end(id);
    missed.begin(id);
    sync([message(4, { sender: "agent" }), message(5)], { more: true });
    sync([message(6)]);
    expect(first()).toBe("m5");
    live(7);
    expect(first()).toBe("m5");
    expect(book.at(id).ownRead).toBe(7);
  });

  test("has missed nothing of what comes before his eyes, nor what he reads elsewhere", () => {
    live(4);
    expect(first()).toBeUndefined();
    missed.end(id);
    row = { lastSequence: 6, unread: 0 };
    missed.begin(id);
    sync([message(5), message(6)]);
    expect(first()).toBeUndefined();
  });

  test("has missed what came while he looked elsewhere, each time anew", () => {
    page.seen = false;
    live(4, { sender: "agent" });
    expect(first()).toBeUndefined();
    live(5);
    live(6);
    lookBack();
    expect(first()).toBe("m5");
    page.seen = false;
    expect(first()).toBe("m5");
    live(7);
    lookBack();
    expect(first()).toBe("m7");
  });

  test("is not told of a change of an old message as of a new one", () => {
    page.seen = false;
    live(4, { edits: "m1" });
    lookBack();
    expect(first()).toBeUndefined();
  });

  test("has missed what comes with a new connection, together with what came right before he was back", () => {
    page.seen = false;
    live(4);
    lookBack();
    page.now += 5_000;
    sync([message(5), message(6)]);
    expect(first()).toBe("m4");
    page.now += 60_000;
    sync([message(7)]);
    expect(first()).toBe("m7");
  });
});

test("what is not loaded has no first message yet", () => {
  const all = upTo(150);
  book.set({ ...restart(book.at(id), 150), ownRead: 10, counted: 100, countedTo: 150 });
  missed.begin(id);
  expect(first()).toBeNull();
  const load = (from: number): void => {
    const thread = book.at(id);
    const older = all.slice(from, thread.from).map((each) => show(each, thread));
    book.set(prepend(thread, older));
  };
  load(100);
  sync([]);
  readIfSeen();
  expect(first()).toBeNull();
  load(50);
  load(0);
  expect(first()).toBe("m11");
});
