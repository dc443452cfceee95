import { expect, test } from "vitest";
import type { AgentState } from "../src/index";
import { createInboxList } from "../src/agent/list";
import type { InboxList } from "../src/agent/list";
import { agentStateBuilder } from "../src/agent/state";
import { createBook } from "../src/engine/book";

interface Asked {
  readonly path: string;
  readonly answer: (from: number, count: number, next?: string) => Promise<void>;
  readonly refuse: () => Promise<void>;
}

interface Stage {
  readonly list: InboxList;
  readonly asked: Asked[];
  /** The ids of each page's rows. */
  readonly loaded: string[][];
  readonly state: () => AgentState;
}

/** Rows that were active one minute after the other, the latest first. */
function conversation(number: number): object {
  const time = new Date(Date.UTC(2026, 0, 1) - number * 60_000).toISOString();
  return {
    id: `c${number}`,
    status: "open",
    lastSequence: 1,
    unread: 1,
    delivered: 0,
    read: 0,
    ownRead: 0,
    createdAt: time,
    activeAt: time,
    visitor: { id: `v${number}`, attributes: {} },
    tags: [],
    notes: 0,
    events: 0,
    mentioned: false,
  };
}

/** Everything that follows from what has been settled. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function stage(): Stage {
  const asked: Asked[] = [];
  const loaded: string[][] = [];
  const list = createInboxList({
    agentId: "agent",
    isOpened: () => false,
    ask: (request, guard) =>
      new Promise((resolve, reject) => {
        asked.push({
          path: request.path,
          answer: (from, count, next) => {
            const conversations = Array.from({ length: count }, (_, index) => conversation(from + index));
            const answer: unknown = { conversations, ...(next === undefined ? {} : { next }) };
            if (guard(answer)) {
              resolve(answer);
            } else {
              reject(new Error("not what the route answers"));
            }
            return settled();
          },
          refuse: () => {
            reject(new Error("refused"));
            return settled();
          },
        });
      }),
    onChange: () => undefined,
    onFrame: () => undefined,
    onLoaded: (rows) => loaded.push(rows.map(({ id }) => id)),
    onTold: () => undefined,
    onSpoken: () => undefined,
    refused: () => new Error("refused"),
  });
  const book = createBook("agent", { onThread: () => undefined, onStatus: () => undefined });
  const beside = {
    viewers: { all: () => new Map() },
    held: { list: () => new Map() },
    activity: { present: () => new Map() },
  };
  const build = agentStateBuilder(book, list, { isOpened: () => false }, beside);
  return { list, asked, loaded, state: () => build("online", undefined) };
}

test("a list that stands at its end and asks for more at each change asks the server once", async () => {
  const { list, asked, state } = stage();
  void list.load({ status: "open" });
  await asked[0]?.answer(0, 50, "page 2");
  void list.more();
  void list.more();
  void list.more();
  expect(asked.map(({ path }) => path.includes("cursor"))).toEqual([false, true]);
  await asked[1]?.answer(50, 50, "page 3");
  expect(state().inbox).toHaveLength(100);
  void list.more();
  expect(asked).toHaveLength(3);
});

test("what changes without a row having changed leaves the rows and their list as they were", async () => {
  const { list, asked, state } = stage();
  void list.load({ status: "open" });
  await asked[0]?.answer(0, 50, "page 2");
  const before = state();
  void list.more();
  const loading = state();
  expect(loading.inboxHistory).toBe("loading");
  expect(loading.inbox).toBe(before.inbox);
  void list.reload();
  await asked[2]?.answer(0, 50, "page 2");
  expect(state().inbox).toBe(before.inbox);
});

test("a page that could not be loaded is asked for again when the list wants it", async () => {
  const { list, asked, state } = stage();
  void list.load({ status: "open" });
  await asked[0]?.answer(0, 50, "page 2");
  const failed = list.more().catch(() => "failed");
  await asked[1]?.refuse();
  expect(await failed).toBe("failed");
  expect(state().inboxHistory).toBe("more");
  void list.more();
  await asked[2]?.answer(50, 10);
  expect(state()).toMatchObject({ inboxHistory: "complete" });
  expect(state().inbox).toHaveLength(60);
});

test("each page's rows are told as loaded once, not with every page that follows", async () => {
  const { list, asked, loaded } = stage();
  void list.load({ status: "open" });
  await asked[0]?.answer(0, 2, "page 2");
  void list.more();
  await asked[1]?.answer(2, 2);
  expect(loaded).toEqual([
    ["c0", "c1"],
    ["c2", "c3"],
  ]);
});

test("a connection that comes before the very first page does not make the agent wait for a second one", async () => {
  const { list, asked, state } = stage();
  void list.load({ status: "open" });
  void list.reload();
  await settled();
  expect(asked).toHaveLength(1);
  await asked[0]?.answer(0, 50);
  expect(state().inbox).toHaveLength(50);
  expect(asked).toHaveLength(2);
  await asked[1]?.answer(0, 51);
  expect(state().inbox).toHaveLength(51);
});
