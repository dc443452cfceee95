import type { ChatMessage } from "@chask/client";
import { describe, expect, test } from "vitest";
import { initialBeginning, nextBeginning, threadItems } from "./threadItems";

let made = 0;

function message(part: Partial<ChatMessage>): ChatMessage {
  made += 1;
  const timestamp = new Date(2026, 10, 22, 10, 0);
  return { id: `m${made}`, content: "Hi", sender: "user", timestamp, status: "sent", ...part };
}

function by(id: string): Partial<ChatMessage> {
  return { sender: "agent", author: { id, kind: "human" } };
}

function at(day: number, hour: number, minute: number): { readonly timestamp: Date } {
  return { timestamp: new Date(2026, 10, day, hour, minute) };
}

describe("the messages of a thread", () => {
  test("form a group while one sender goes on within five minutes", () => {
    const items = threadItems([message(at(22, 10, 0)), message(at(22, 10, 4)), message(at(22, 10, 9))], {
      agentId: "ada",
      complete: true,
    });
    expect(items.map(({ first, last }) => [first, last])).toEqual([
      [true, false],
      [false, true],
      [true, true],
    ]);
  });

  test("of two agents are two groups", () => {
    const items = threadItems([message(by("ada")), message(by("lin"))], { agentId: "ada", complete: true });
    expect(items.map(({ first }) => first)).toEqual([true, true]);
  });

  test("that this agent has just sent belong to his others", () => {
    const items = threadItems([message(by("ada")), message({ sender: "agent" })], {
      agentId: "ada",
      complete: true,
    });
    expect(items.map(({ first }) => first)).toEqual([true, false]);
  });

  test("that failed end their group, so that Retry stands below them", () => {
    const items = threadItems(
      [message({ sender: "agent", status: "failed" }), message({ sender: "agent" })],
      { agentId: "ada", complete: true },
    );
    expect(items[0]?.last).toBe(true);
  });

  test("show the status of an earlier one of the group where the next has another", () => {
    const statuses = ["read", "read", "sent", "sending"] as const;
    const items = threadItems([...statuses.map((status) => message({ ...by("ada"), status })), message({})], {
      agentId: "ada",
      complete: true,
    });
    expect(items.map(({ ticked, last }) => [ticked, last])).toEqual([
      [false, false],
      [true, false],
      [true, false],
      [false, true],
      [false, true],
    ]);
  });

  test("carry the day at its first message", () => {
    const items = threadItems([message(at(20, 23, 59)), message(at(21, 0, 0)), message(at(21, 9, 0))], {
      agentId: "ada",
      complete: true,
    });
    expect(items.map(({ newDay }) => newDay)).toEqual([true, true, false]);
  });

  test("carry no day at the top while older ones may be of the same day", () => {
    expect(threadItems([message({})], { agentId: "ada", complete: false })[0]?.newDay).toBe(false);
  });

  test("have their status in words at the newest own one only", () => {
    const items = threadItems([message({ sender: "agent" }), message({ sender: "agent" }), message({})], {
      agentId: "ada",
      complete: true,
    });
    expect(items.map(({ newestOwn }) => newestOwn)).toEqual([false, true, false]);
  });

  test("that look as before keep their identity when older ones come before them", () => {
    const [oldest, older, newer, newest] = [message({}), message({}), message({}), message({})];
    const before = threadItems([newer, newest], { agentId: "ada", complete: false });
    const after = threadItems([oldest, older, newer, newest], { agentId: "ada", complete: true });
    expect(after[3]).toBe(before[1]);
    // It was the first, whose name stands above it.
    expect(after[2]).not.toBe(before[0]);
    expect(after[2]?.first).toBe(false);
  });
});

describe("the beginning of the virtual list", () => {
  const [a, b, c] = [message({}), message({}), message({})];

  test("stays while messages come at the end", () => {
    const opened = nextBeginning(initialBeginning, [b]);
    expect(nextBeginning(opened, [b, c])).toBe(opened);
  });

  test("moves down by as many as were put before it, so that the place in sight stays", () => {
    const opened = nextBeginning(initialBeginning, [c]);
    const longer = nextBeginning(opened, [a, b, c]);
    expect(longer.index).toBe(opened.index - 2);
  });

  test("starts anew when the thread was loaded anew", () => {
    const opened = nextBeginning(nextBeginning(initialBeginning, [b]), [a, b]);
    expect(nextBeginning(opened, [c]).index).toBe(initialBeginning.index);
  });
});
