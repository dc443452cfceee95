import type { Inbox } from "@chask/wire";
import type { AgentState, InboxFilter } from "../../src/index";
import { createInboxList } from "../../src/agent/list";
import type { InboxList } from "../../src/agent/list";
import { agentStateBuilder } from "../../src/agent/state";
import { createBook } from "../../src/engine/book";
import { Failed } from "../../src/failure";
import type { Failure } from "../../src/failure";
import { fakeClock } from "./clock";
import type { Clock } from "./clock";

export const awake: InboxFilter = { status: "open", snoozed: false };

export interface Asked {
  readonly path: string;
  readonly answer: (from: number, count: number, next?: string) => Promise<void>;
  readonly answerWith: (conversations: readonly object[], next?: string) => Promise<void>;
  readonly refuse: (failure?: Failure) => Promise<void>;
}

/** A list before a server that the test plays. */
export interface Stage {
  readonly clock: Clock;
  readonly list: InboxList;
  readonly asked: Asked[];
  /** The ids of each page's rows. */
  readonly loaded: string[][];
  /** The ids of what was told, each time. */
  readonly told: string[];
  /** What the agent is in. */
  readonly watched: Set<string>;
  readonly state: () => AgentState;
}

function timeOf(number: number): string {
  return new Date(Date.UTC(2026, 0, 1) - number * 60_000).toISOString();
}

const work = { tags: [], notes: 0, events: 0, mentioned: false };

/** A conversation as the server gives it, of which tests look at this. */
export interface Given {
  readonly id: string;
  readonly activeAt: string;
}

/** Rows that were active one minute after the other, the latest first. */
export function conversation(number: number, change: object = {}): Given {
  const given = {
    ...work,
    id: `c${number}`,
    status: "open",
    lastSequence: 1,
    unread: 1,
    delivered: 0,
    read: 0,
    ownRead: 0,
    createdAt: timeOf(number),
    activeAt: timeOf(number),
    visitor: { id: `v${number}`, attributes: {} },
    ...change,
  };
  return given;
}

export function conversationsOf(from: number, count: number): readonly Given[] {
  return Array.from({ length: count }, (_, index) => conversation(from + index));
}

/** What the stream tells of such a row. */
export function frame(number: number): Inbox {
  return {
    ...work,
    type: "inbox",
    conversation: `c${number}`,
    status: "open",
    lastSequence: 1,
    unread: 1,
    preview: "",
    sender: "user",
    timestamp: timeOf(number),
    activeAt: timeOf(number),
    visitor: { id: `v${number}` },
  };
}

/** Everything that follows from what has been settled. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function stage(): Stage {
  const asked: Asked[] = [];
  const loaded: string[][] = [];
  const told: string[] = [];
  const watched = new Set<string>();
  const clock = fakeClock();
  const list = createInboxList({
    environment: { after: (wait, run) => clock.after(wait, run), random: () => 1 },
    agentId: "agent",
    isOpened: () => false,
    isWatched: (id) => watched.has(id),
    ask: (request, guard) =>
      new Promise((resolve, reject) => {
        const answerWith: Asked["answerWith"] = (conversations, next) => {
          const answer: unknown = { conversations, ...(next === undefined ? {} : { next }) };
          if (guard(answer)) {
            resolve(answer);
          } else {
            reject(new Error("not what the route answers"));
          }
          return settled();
        };
        asked.push({
          path: request.path,
          answerWith,
          answer: (from, count, next) => answerWith(conversationsOf(from, count), next),
          refuse: (failure) => {
            reject(failure === undefined ? new Error("refused") : new Failed(failure));
            return settled();
          },
        });
      }),
    onChange: () => undefined,
    onChangeSoon: () => undefined,
    onLoaded: (rows) => loaded.push(rows.map(({ id }) => id)),
    onTold: (rows) => told.push(...rows.map(({ id }) => id)),
    onSpoken: () => undefined,
    refused: () => new Error("refused"),
  });
  const book = createBook("agent", { onThread: () => undefined, onStatus: () => undefined });
  const beside = {
    viewers: { all: () => new Map() },
    held: { list: () => new Map() },
    activity: { present: () => new Map() },
    troubles: { all: () => new Map() },
  };
  const build = agentStateBuilder(book, list, { isOpened: () => false, first: () => undefined }, beside);
  return { clock, list, asked, loaded, told, watched, state: () => build("online", undefined) };
}
