import type { Answer, VisitorState } from "@chask/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { createProver, type Prover } from "../../src/extra/prover";

const answer: Answer = {
  visitorToken: "t",
  visitor: { visitorId: "v" },
  conversations: [],
  epoch: "e",
};

/** A token that ends in so many seconds. */
function tokenFor(seconds: number, name: string): string {
  const payload = btoa(JSON.stringify({ sub: name, exp: Math.floor(Date.now() / 1_000) + seconds }));
  return `h.${payload}.s`;
}

interface Stage {
  readonly prover: Prover;
  readonly posted: (string | undefined)[];
  readonly events: string[];
  /** As the client does when it is told to renew. */
  readonly renewals: () => number;
  /** The client has this visitor now, or none. */
  readonly change: (id: string | undefined) => void;
  readonly end: () => void;
}

const idle: VisitorState = { connection: "idle", user: {}, conversations: [], unread: 0, loaded: false };

interface Wishes {
  readonly tokens?: (string | null)[];
  readonly given?: string;
  readonly refuse?: (token: string | undefined) => boolean;
}

function stage({ tokens, given, refuse = () => false }: Wishes): Stage {
  const posted: (string | undefined)[] = [];
  const events: string[] = [];
  let renewals = 0;
  let connected = false;
  const ended = new AbortController();
  const post = async (token?: string): Promise<Answer> => {
    posted.push(token);
    if (refuse(token)) {
      throw new Error("IDENTITY_INVALID");
    }
    return answer;
  };
  const config = {
    apiKey: "k",
    organizationId: "o",
    ...(given !== undefined && { user: { id: "u", token: given } }),
    ...(tokens && { getUserToken: async () => tokens.shift() }),
  };
  const host = {
    config,
    hub: { emit: (name: string, ..._data: unknown[]) => void events.push(name) },
    signal: ended.signal,
  };
  const listeners = new Set<() => void>();
  let visitorId: string | undefined;
  const change = (id: string | undefined): void => {
    visitorId = id;
    listeners.forEach((listener) => listener());
  };
  const client = {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    getState: () => ({ ...idle, ...(visitorId !== undefined && { visitorId }) }),
    connect: async () => {
      if (!connected) {
        connected = true;
        await prover.prove(post);
      }
    },
    renew: async () => {
      renewals++;
      connected = true;
      await prover.prove(post);
    },
    updateUser: async () => ({}),
  };
  const prover = createProver(host, client);
  return {
    prover: {
      ...prover,
      prove: () => {
        connected = true;
        return prover.prove(post);
      },
    },
    posted,
    events,
    renewals: () => renewals,
    change,
    end: () => ended.abort(),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("the token of init opens the session, and identify with it asks for no other", async () => {
  const token = tokenFor(900, "u");
  const { prover, posted, renewals } = stage({ given: token });
  await prover.identify({ id: "u", token });
  expect(posted).toEqual([token]);
  expect(renewals()).toBe(0);
});

test("a refused token is replaced once, and a second refusal is told", async () => {
  const { prover, posted } = stage({ given: "old", tokens: ["new"], refuse: (token) => token === "old" });
  await prover.prove(async () => answer);
  expect(posted).toEqual(["old", "new"]);
  const stubborn = stage({ given: "old", tokens: ["new", "newer"], refuse: () => true });
  await expect(stubborn.prover.prove(async () => answer)).rejects.toThrow("IDENTITY_INVALID");
  expect(stubborn.posted).toEqual(["old", "new"]);
});

test("a token is replaced a minute before it ends, without a word from the page", async () => {
  const first = tokenFor(900, "first");
  const { prover, posted, events, end } = stage({ tokens: [first, tokenFor(1_800, "second")] });
  await prover.prove(async () => answer);
  await vi.advanceTimersByTimeAsync(839_000);
  expect(events).toEqual([]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(events).toEqual(["tokenExpiring"]);
  expect(posted).toHaveLength(2);
  expect(posted[0]).toBe(first);
  end();
  expect(vi.getTimerCount()).toBe(0);
});

test("a page without getUserToken is told that the token ends", async () => {
  const { prover, posted, events } = stage({ given: tokenFor(900, "u") });
  await prover.prove(async () => answer);
  await vi.advanceTimersByTimeAsync(900_000);
  expect(events).toEqual(["tokenExpiring"]);
  expect(posted).toHaveLength(1);
});

test("who is not signed in has no token, and is asked again when identified", async () => {
  const { prover, posted } = stage({ tokens: [null, "now"] });
  await prover.prove(async () => answer);
  await prover.identify({ id: "u" });
  expect(posted).toEqual([undefined, "now"]);
});

test("who is named without a token costs no session more", async () => {
  const { prover, posted, renewals } = stage({});
  await prover.identify({ id: "u" });
  expect(posted).toEqual([undefined]);
  expect(renewals()).toBe(0);
});

test("after a logout nobody is proved until somebody is identified", async () => {
  const { prover, posted } = stage({ tokens: ["one", "two"] });
  await prover.prove(async () => answer);
  prover.forget();
  await prover.prove(async () => answer);
  await prover.identify({ id: "u" });
  expect(posted).toEqual(["one", undefined, "two"]);
});

test("a logout in another tab is this one's too", async () => {
  const { prover, posted, change } = stage({ tokens: ["one", "two"] });
  await prover.prove(async () => answer);
  change("v");
  change(undefined);
  await prover.prove(async () => answer);
  expect(posted).toEqual(["one", undefined]);
});
