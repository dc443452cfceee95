import type { Note, WorkEvent } from "@chask/client";
import { createClaim } from "../src/noticing/claims";
import type { ToldRow } from "../src/noticing/notices";
import { decodeNoticeSettings, type NoticeSettings } from "../src/noticing/settings";
import { createTeller, type Teller } from "../src/noticing/teller";

/// When the consoles of the tests have begun.
export const since: Date = new Date("2026-01-16T12:00:00Z");

export const me = { id: "me", name: "Me" } as const;
export const ben = { id: "ben", name: "Ben" } as const;

/// A new message in a conversation that nobody has.
export function rowOf(part: Partial<ToldRow> = {}): ToldRow {
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

/// A conversation of the agent in which nothing waits for him.
export function ownRow(part: Partial<ToldRow> = {}): ToldRow {
  return rowOf({ assignee: me, unread: 0, events: 1, ...part });
}

/// The agent gets the conversation, from the server.
export function eventOf(part: Partial<WorkEvent> = {}): WorkEvent {
  return {
    number: 1,
    kind: "assigned",
    timestamp: new Date("2026-01-16T12:05:00Z"),
    agent: me,
    ...part,
  };
}

/// The record that tabs share.
export class Shelf implements Storage {
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

/// An agent's browser, in which tabs are opened.
export interface Room {
  settings: NoticeSettings;
  /// The conversations before somebody's eyes.
  looked: readonly string[];
  /// What the server has of the conversation.
  notes: readonly Note[];
  /// Those the agent is a member of.
  teams: readonly string[];
  events: readonly WorkEvent[];
  /// How often the log was asked for.
  readonly asked: () => number;
  readonly openTab: (can?: { readonly canShow?: boolean; readonly canPlay?: boolean }) => Teller;
  /// Lets everything that waits run to its end; what was told until then.
  readonly settle: () => Promise<readonly string[]>;
}

export function createRoom(): Room {
  const shelf = new Shelf();
  const told: string[] = [];
  const due: (() => void)[] = [];
  let asked = 0;
  const room: Room = {
    settings: decodeNoticeSettings(null, "UTC"),
    looked: [],
    notes: [],
    teams: [],
    events: [],
    asked: () => asked,
    openTab: ({ canShow = true, canPlay = true } = {}) =>
      createTeller({
        agentId: me.id,
        settings: () => room.settings,
        now: () => new Date("2026-01-16T23:00:00Z"),
        after: (_, run) => {
          due.push(run);
          return () => undefined;
        },
        notesOf: () => Promise.resolve(room.notes),
        eventsOf: () => {
          asked += 1;
          return Promise.resolve(room.events);
        },
        inTeam: (team) => Promise.resolve(room.teams.includes(team)),
        lookedAt: () => Promise.resolve((conversation) => room.looked.includes(conversation)),
        claim: createClaim("noticed", shelf, undefined, () => undefined),
        canShow: () => canShow,
        show: ({ kind, row, note }) => told.push(`${kind}: ${note?.content ?? row.preview}`),
        showMany: (count) => told.push(`${count} messages`),
        canPlay: () => canPlay,
        play: (sound) => told.push(sound),
      }),
    settle: async () => {
      await turn();
      while (due.length > 0) {
        due.splice(0).forEach((run) => run());
        // oxlint-disable-next-line no-await-in-loop -- what was waited for may wait for something else
        await turn();
      }
      return told;
    },
  };
  return room;
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
