import { expect, test } from "vitest";
import { openTabs } from "../src/tabs/tabs";
import { openTab } from "./support/browser";
import { fakeDatabase } from "./support/database";
import { world } from "./support/visitor";
import type { Visitor } from "./support/visitor";

const BUSY = { status: 429, code: "SEND_ERROR", reason: "RATE_LIMITED", retryable: true } as const;

function causes({ errors }: Visitor): readonly string[] {
  return errors.map(({ code, details }) => `${code} ${details.reason}`);
}

/** What a page hands in may be anything: its types are checked by nobody. */
const handedIn = (value: unknown) => JSON.parse(JSON.stringify(value));

test("a session refused for the moment is one CONNECTION_ERROR, however often somebody writes", async () => {
  const { clock, server, open } = world();
  server.problems.set("/v1/widget/session", BUSY);
  const visitor = open();
  const sending = ["one", "two", "three"].map((content) => visitor.client.sendMessage({ content }));
  await clock.advance(5_000);
  void visitor.client.sendMessage({ content: "four" });
  await clock.advance(20_000);
  expect(causes(visitor)).toEqual(["CONNECTION_ERROR RATE_LIMITED"]);
  server.problems.clear();
  await clock.advance(30_000);
  expect((await Promise.all(sending)).map(({ status }) => status)).toEqual(["sent", "sent", "sent"]);
});

test("a tab without a session, connected by another one, tells so once, until it has one", async () => {
  const { clock, server, open } = world();
  const leader = open();
  await Promise.all([leader.client.connect(), clock.advance(1_000)]);
  server.problems.set("/v1/widget/session", BUSY);
  const visitor = open();
  for (const content of ["one", "two"]) {
    void visitor.client.sendMessage({ content });
    // oxlint-disable-next-line no-await-in-loop -- time passes between them
    await clock.advance(5_000);
  }
  expect(causes(visitor)).toEqual(["CONNECTION_ERROR RATE_LIMITED"]);
  server.problems.clear();
  await clock.advance(60_000);
  expect(visitor.sent.map(({ content }) => content)).toEqual(["one", "two"]);
  expect(visitor.state()).not.toHaveProperty("error");
});

test.each([
  ["a number as text", { content: 7 }],
  ["nothing at all", null],
  ["no list of files", { content: "Hi", attachments: null }],
  ["a file that never was uploaded", { content: "Hi", attachments: [{ id: 1 }] }],
])("%s is no message: one SEND_ERROR, and nothing is shown or asked for", async (_, draft) => {
  const { clock, server, open } = world();
  const visitor = open();
  const sending = visitor.client.sendMessage(handedIn(draft));
  await clock.advance(1_000);
  await expect(sending).rejects.toMatchObject({ code: "SEND_ERROR", details: { reason: "INVALID_FIELD" } });
  expect(causes(visitor)).toEqual(["SEND_ERROR INVALID_FIELD"]);
  expect(visitor.state().conversations).toEqual([]);
  expect(server.requests).toEqual([]);
});

test("nobody, and data that is no JSON, are refused as the visitor's", async () => {
  const { clock, server, open } = world();
  const visitor = open();
  const circle = handedIn({});
  circle.itself = circle;
  const refusals = [
    visitor.client.updateUser(handedIn(null)),
    visitor.client.updateUser({ attributes: circle }),
    visitor.client.uploadFile(handedIn("a file")),
  ];
  await clock.advance(1_000);
  for (const { status } of await Promise.allSettled(refusals)) {
    expect(status).toBe("rejected");
  }
  expect(causes(visitor)).toEqual(Array.from(refusals, () => "SEND_ERROR INVALID_FIELD"));
  expect(server.requests).toEqual([]);
});

test("after destroy nothing is told: not what was under way, not what is called later", async () => {
  const { clock, server, open } = world();
  const visitor = open();
  void visitor.client.sendMessage({ content: "Hi" });
  await clock.advance(12_000);
  server.agentSays(visitor.sent[0]?.conversationId ?? "", "Just before the end");
  await clock.advance(4);
  const update = visitor.client.updateUser({ name: "Ada" });
  await clock.advance(1);
  let changes = 0;
  visitor.client.subscribe(() => changes++);
  const before = visitor.told.length;
  visitor.client.destroy();
  const requests = server.requests.length;
  const later = [
    visitor.client.connect(),
    visitor.client.sendMessage({ content: "?" }),
    visitor.client.retryMessage("?"),
    visitor.client.updateUser({}),
    visitor.client.logout(),
  ];
  await clock.advance(60_000);
  for (const promise of [update, ...later]) {
    // oxlint-disable-next-line no-await-in-loop -- all are settled
    await expect(promise).rejects.toMatchObject({
      code: "CONNECTION_ERROR",
      details: { reason: "DESTROYED" },
    });
  }
  expect(visitor.told.length).toBe(before);
  expect(visitor.errors).toEqual([]);
  expect(changes).toBe(0);
  expect(server.requests.length).toBe(requests);
  expect(clock.pending()).toBe(0);
});

test("destroyed in the middle of something, a client neither connects again nor speaks to other tabs", async () => {
  const { clock, server, open } = world();
  const other = open();
  const visitor = open({
    refuseFile: () => new Promise((resolve) => void clock.after(100, () => resolve(undefined))),
  });
  await Promise.all([other.client.connect(), visitor.client.connect(), clock.advance(2_000)]);
  const under = [
    visitor.client.uploadFile(new File(["x"], "x.txt")),
    visitor.client.updateUser({ name: "Ada" }),
    visitor.client.sendMessage({ content: "Hi" }),
  ];
  visitor.client.destroy();
  const requests = server.requests.length;
  const { client } = visitor;
  client.choose();
  client.setTyping("018f3c5e-7a10-7c3e-9b1a-0c6f5d2e4a01", true);
  client.setVisibleConversation("018f3c5e-7a10-7c3e-9b1a-0c6f5d2e4a01");
  client.markAsRead();
  client.deleteMessage("?");
  void client.loadHistory("018f3c5e-7a10-7c3e-9b1a-0c6f5d2e4a01");
  const ends = Promise.allSettled(under);
  await clock.advance(60_000);
  expect((await ends).map(({ status }) => status)).toEqual(under.map(() => "rejected"));
  expect(server.requests.slice(requests)).toEqual([]);
  other.client.destroy();
  expect(clock.pending()).toBe(0);
});

test("a tab that has ended posts nothing on its closed channel", () => {
  const { clock, server } = world();
  const { environment } = openTab({ clock, network: server });
  const { locks } = environment;
  const ended = new AbortController();
  const tabs = locks && openTabs({ environment, locks, key: "key", tab: "tab", ended });
  tabs?.stop();
  expect(() => tabs?.post({ kind: "who" })).not.toThrow();
  expect(ended.signal.aborted).toBe(true);
});

test("a log-out before anything was kept makes no database", async () => {
  const database = fakeDatabase();
  const { clock, open } = world(database);
  await Promise.all([open().client.logout(), clock.advance(3_000)]);
  expect(await database.databases()).toEqual([]);
});
