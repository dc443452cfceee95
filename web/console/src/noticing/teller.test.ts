import type { Note } from "@chask/client";
import { beforeEach, expect, test } from "vitest";
import { createClaim } from "./claims";
import type { ToldRow } from "./notices";
import { decodeNoticeSettings, type NoticeSettings } from "./settings";
import { createTeller, type Teller } from "./teller";

const since = new Date("2026-01-16T12:00:00Z");

function rowOf(part: Partial<ToldRow> = {}): ToldRow {
  return {
    id: "c1",
    status: "open",
    visitor: { id: "v1", name: "Vera" },
    lastSequence: 7,
    unread: 1,
    preview: "Hello?",
    sender: "user",
    timestamp: new Date("2026-01-16T12:01:00Z"),
    activeAt: new Date("2026-01-16T12:01:00Z"),
    tags: [],
    notes: 0,
    events: 0,
    mentioned: false,
    ...part,
  };
}

/// The record that tabs share.
class Shelf implements Storage {
  readonly #kept = new Map<string, string>();
  get length(): number {
    return this.#kept.size;
  }
  clear(): void {
    this.#kept.clear();
  }
  getItem(key: string): string | null {
    return this.#kept.get(key) ?? null;
  }
  key(): string | null {
    return null;
  }
  removeItem(key: string): void {
    this.#kept.delete(key);
  }
  setItem(key: string, value: string): void {
    this.#kept.set(key, value);
  }
}

let shelf = new Shelf();
let settings: NoticeSettings = decodeNoticeSettings(null, "UTC");
let looked = new Set<string>();
let notes: readonly Note[] = [];
let told: string[] = [];
let due: (() => void)[] = [];

beforeEach(() => {
  shelf = new Shelf();
  settings = decodeNoticeSettings(null, "UTC");
  looked = new Set();
  notes = [];
  told = [];
  due = [];
});

function openTab({ canShow = true, canPlay = true } = {}): Teller {
  return createTeller({
    agentId: "me",
    settings: () => settings,
    now: () => new Date("2026-01-16T23:00:00Z"),
    after: (_, run) => {
      due.push(run);
      return () => undefined;
    },
    notesOf: () => Promise.resolve(notes),
    lookedAt: () => Promise.resolve((conversation) => looked.has(conversation)),
    claim: createClaim("noticed", shelf, undefined, () => undefined),
    canShow: () => canShow,
    show: ({ kind, row, note }) => told.push(`${kind}: ${note?.content ?? row.preview}`),
    showMany: (count) => told.push(`${count} messages`),
    canPlay: () => canPlay,
    play: (sound) => told.push(sound),
  });
}

/// Lets everything that waits run to its end.
async function settle(): Promise<readonly string[]> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  due.splice(0).forEach((run) => run());
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  return told;
}

test("a visitor's message is shown and heard", async () => {
  openTab().hear(rowOf(), since);
  expect(await settle()).toEqual(["chime", "unassigned: Hello?"]);
});

test("two tabs tell of one message once", async () => {
  const tabs = [openTab(), openTab()];
  tabs.forEach((tab) => tab.hear(rowOf(), since));
  expect(await settle()).toEqual(["chime", "unassigned: Hello?"]);
});

test("where one tab may show and another may play, each does its part", async () => {
  const tabs = [openTab({ canPlay: false }), openTab({ canShow: false })];
  tabs.forEach((tab) => tab.hear(rowOf(), since));
  expect((await settle()).toSorted()).toEqual(["chime", "unassigned: Hello?"]);
});

test("a row that is told again for another reason is no news", async () => {
  const tab = openTab();
  tab.hear(rowOf(), since);
  await settle();
  tab.hear(rowOf({ tags: ["urgent"] }), since);
  expect(await settle()).toHaveLength(2);
});

test.each([
  ["what was written before", rowOf({ timestamp: since })],
  ["a colleague's conversation", rowOf({ assignee: { id: "ben", name: "Ben" } })],
  ["an agent's answer", rowOf({ sender: "agent" })],
  ["what has been read", rowOf({ unread: 0 })],
])("%s is not told", async (_, row) => {
  openTab().hear(row, since);
  expect(await settle()).toEqual([]);
});

test("what the agent looks at is not told, in whichever tab", async () => {
  looked = new Set(["c1"]);
  openTab().hear(rowOf(), since);
  expect(await settle()).toEqual([]);
});

test("quiet hours are quiet", async () => {
  settings = { ...settings, quiet: { on: true, from: 22 * 60, to: 7 * 60, zone: "UTC" } };
  openTab().hear(rowOf(), since);
  expect(await settle()).toEqual([]);
});

test("a kind that is switched off is not told, the others are", async () => {
  settings = { ...settings, kinds: { ...settings.kinds, unassigned: false } };
  const tab = openTab();
  tab.hear(rowOf(), since);
  tab.hear(rowOf({ id: "c2", assignee: { id: "me", name: "Me" } }), since);
  expect(await settle()).toEqual(["chime", "mine: Hello?"]);
});

test("a colleague's note that mentions the agent is told once, an older or a foreign one is not", async () => {
  const note = {
    id: "n1",
    author: { id: "ben", name: "Ben" },
    afterSequence: 7,
    content: "@Me look",
    mentions: ["me"],
    timestamp: new Date("2026-01-16T12:05:00Z"),
  };
  notes = [
    note,
    { ...note, id: "n2", content: "old", timestamp: since },
    { ...note, id: "n3", content: "for another", mentions: ["ana"] },
    { ...note, id: "n4", content: "my own", author: { id: "me", name: "Me" } },
  ];
  const row = rowOf({ unread: 0, notes: 4, mentioned: true, assignee: { id: "ben", name: "Ben" } });
  const tab = openTab();
  tab.hear(row, since);
  await settle();
  tab.hear(row, since);
  expect(await settle()).toEqual(["chime", "mentions: @Me look"]);
});

test("many at once ring one time and are summed up", async () => {
  const tab = openTab();
  ["c1", "c2", "c3", "c4"].forEach((id) => tab.hear(rowOf({ id }), since));
  expect(await settle()).toEqual(["chime", "4 messages"]);
});

test("settings that do not fit are replaced by the defaults", () => {
  const decoded = decodeNoticeSettings(
    JSON.stringify({
      sound: "siren",
      kinds: { mine: false },
      quiet: { on: true, from: 9000, zone: "Mars/Olympus" },
    }),
    "America/Lima",
  );
  expect(decoded).toEqual({
    browser: true,
    preview: true,
    sound: "chime",
    kinds: { mine: false, unassigned: true, mentions: true },
    quiet: { on: true, from: 1200, to: 480, zone: "America/Lima" },
  });
  expect(decodeNoticeSettings("not JSON", "UTC")).toEqual(decodeNoticeSettings(null, "UTC"));
});

test("a tab that cannot see yet what another has stored tells nothing a second time", async () => {
  const ends: (() => void)[] = [];
  // Each tab has a view of its own of the storage, as browsers give it for some milliseconds.
  const [first, second] = [new Shelf(), new Shelf()].map((view) =>
    createClaim("noticed", view, navigator.locks, (_, end) => void ends.push(end)),
  );
  expect(await first?.(["show:1", "show:2"])).toEqual(["show:1", "show:2"]);
  expect(await second?.(["show:2", "show:3"])).toEqual(["show:3"]);
  ends.forEach((end) => end());
});
