import { describe, expect, test } from "vitest";
import type { ChatMessage, Conversation } from "@chask/client";
import { rowsOf } from "../../src/thread/rows";

const noon = new Date(2026, 10, 20, 12).getTime();
const minute = 60_000;

function message(id: string, minutes: number, more: Partial<ChatMessage> = {}): ChatMessage {
  return {
    id,
    content: id,
    sender: "user",
    status: "read",
    timestamp: new Date(noon + minutes * minute),
    ...more,
  };
}

function thread(messages: readonly ChatMessage[], more: Partial<Conversation> = {}): Conversation {
  return { id: "c", status: "open", messages, unread: 0, history: "complete", ...more };
}

const keys = (messages: readonly ChatMessage[], more: Partial<Conversation> = {}): readonly string[] =>
  rowsOf(thread(messages, more)).map(({ key }) => key);

const ada = { sender: "agent", author: { id: "1", name: "Ada", kind: "human" } } as const;
const bob = { sender: "agent", author: { id: "2", name: "Bob", kind: "human" } } as const;

const markOf = (more: Partial<ChatMessage>): unknown =>
  rowsOf(thread([message("a", 0, more)])).find(({ key }) => key === "a")?.mark;

const marks = (status: ChatMessage["status"]): unknown => markOf({ status });

describe("the lines of a thread", () => {
  test("what is still to be loaded shows nothing yet", () => {
    expect(rowsOf(thread([], { lastMessage: message("x", 0), history: "unknown" }))).toEqual([]);
  });

  test("a new day and a new person get a line of their own", () => {
    const messages = [
      message("a", 0, ada),
      message("b", 1, ada),
      message("c", 2, bob),
      message("d", 24 * 60, bob),
    ];
    const [today, tomorrow] = [messages[0], messages[3]].map((one) => one?.timestamp.toDateString());
    expect(keys(messages)).toEqual([today, "name a", "a", "b", "name c", "c", tomorrow, "name d", "d"]);
  });

  test("messages of one person soon after each other are one group", () => {
    const rows = rowsOf(thread([message("a", 0), message("b", 4), message("c", 10)]));
    const groups = rows.flatMap((row) => (row.kind === "message" ? [[row.key, row.first, row.last]] : []));
    expect(groups).toEqual([
      ["a", true, false],
      ["b", false, true],
      ["c", true, true],
    ]);
  });

  test("a message is drawn anew when it is edited, deleted, or what it quotes has changed", () => {
    const replyTo = { id: "b", sender: "user", preview: "Hi", deleted: false } as const;
    const all = [
      {},
      { content: "b", editedAt: new Date(noon) },
      { content: "c", editedAt: new Date(noon) },
      { content: "", deletedAt: new Date(noon) },
      { replyTo },
      { replyTo: { ...replyTo, preview: "", deleted: true } },
    ].map(markOf);
    expect(new Set(all).size).toBe(all.length);
    expect(markOf({ status: "sent" })).toBe(all[0]);
  });

  test("only the visitor's last message says how far it has come", () => {
    expect(keys([message("a", 0), message("b", 1)]).at(-1)).toBe("status");
    const answered = keys([message("a", 0), message("b", 1), message("c", 2, ada)]);
    expect(answered.indexOf("status")).toBe(answered.indexOf("b") + 1);
    expect(keys([message("a", 0, ada)])).not.toContain("status");
  });

  test("a failed message offers what to do instead of a status", () => {
    const rows = keys([message("a", 0, { status: "failed" })]);
    expect(rows.slice(-2)).toEqual(["a", "failed a"]);
  });

  test("a change of status draws no message anew", () => {
    expect(marks("sent")).toBe(marks("read"));
    expect(marks("failed")).not.toBe(marks("read"));
  });

  test("somebody who writes comes last", () => {
    expect(keys([message("a", 0)], { typing: { from: "agent", name: "Ada" } }).at(-1)).toBe("typing");
  });
});
