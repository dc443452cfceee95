import { expect, inject, test } from "vitest";

import { onlyConversation, signIn } from "../harness/agent.ts";
import { expectComplaint } from "../harness/complaints.ts";
import { useFixture, visit } from "../harness/fixture.ts";
import { record, text } from "../harness/json.ts";
import { callbacks } from "../harness/page.ts";
import { createOrganization } from "../harness/server.ts";

const fixture = useFixture();
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u;

test("the given start call fires all eight callbacks with the given arguments", async () => {
  const { baseUrl, organization } = fixture();
  const visitor = await visit(fixture());
  await visitor.called("onReady");
  await visitor.open();
  await visitor.called("onOpen");
  await visitor.send("Do you ship to Lisbon?");

  const sent = record(await visitor.called("onMessageSent"));
  expect(sent).toMatchObject({ content: "Do you ship to Lisbon?", sender: "user", status: "sent" });
  expect(sent["id"]).toMatch(uuid);

  const agent = await signIn(baseUrl, organization);
  const conversation = await onlyConversation(agent);
  await agent.reply(conversation.id, "Yes, in two days.");
  const received = record(await visitor.called("onMessageReceived"));
  expect(received).toMatchObject({ content: "Yes, in two days.", sender: "agent" });
  expect(received["id"]).toMatch(uuid);

  await visitor.run(`ChaskWidget.updateUser({ name: "Grace", email: "grace@example.com" })`);
  expect(await visitor.called("onUserUpdated")).toMatchObject({ name: "Grace", email: "grace@example.com" });

  await visitor.run(`void ChaskWidget.sendMessage("x".repeat(10001))`);
  expect(await visitor.called("onError")).toMatchObject({
    code: "SEND_ERROR",
    message: "This message is too long.",
    details: { reason: "CONTENT_TOO_LONG", retryable: false },
  });

  await visitor.run(`ChaskWidget.close()`);
  await visitor.called("onClose");

  const messages = (await visitor.calls()).filter((one) => one.name.startsWith("onMessage"));
  expect(messages.map((one) => one.isDate)).toEqual([true, true]);
  const order = (await visitor.calls()).map((one) => one.name).filter((name) => name !== "onAnalyticsEvent");
  expect(order).toEqual([
    "onReady",
    "onOpen",
    "onMessageSent",
    "onMessageReceived",
    "onUserUpdated",
    "onError",
    "onClose",
  ]);
  expect(new Set((await visitor.calls()).map((one) => one.name))).toEqual(new Set(callbacks));
});

test("callbacks may be left out, and one that throws breaks neither the widget nor the others", async () => {
  expectComplaint(/^Error: the page's own mistake$/u);
  const quiet = await visit(fixture(), { config: "callbacks: {}," });
  await quiet.open();
  await quiet.send("Nobody listens");
  await quiet.dialog.getByText("Nobody listens").waitFor();

  const throwing = await visit(fixture(), {
    config: `callbacks: Object.fromEntries(Object.entries(recordAll).map(([name, hear]) =>
      [name, (argument) => { hear(argument); throw new Error("the page's own mistake"); }])),`,
  });
  await throwing.called("onReady");
  await throwing.open();
  await throwing.send("Still there?");
  await throwing.called("onMessageSent");
  await throwing.tracked("message_sent");
  await throwing.run("ChaskWidget.close()");
  await throwing.called("onClose");
  expect(await throwing.calls("onError")).toEqual([]);
});

test("a message from an agent arrives while the window is closed, is announced once and counted as unread", async () => {
  const { baseUrl, host, browser } = fixture();
  const organization = await createOrganization(inject("data"), host.origin);
  const context = await browser.newContext({ locale: "en-US" });
  const visitor = await visit(fixture(), { context, organization });
  await visitor.open();
  await visitor.send("Hello");
  await visitor.called("onMessageSent");
  await visitor.run("ChaskWidget.close()");
  await visitor.called("onClose");

  const agent = await signIn(baseUrl, organization);
  const conversation = await onlyConversation(agent);
  const reply = await agent.reply(conversation.id, "I am here");
  expect(await visitor.called("onMessageReceived")).toMatchObject({
    id: text(reply, "id"),
    content: "I am here",
  });
  expect(await visitor.run("ChaskWidget.getUnreadCount()")).toBe(1);
  await visitor.page.getByRole("button", { name: /Open chat.*1/u }).waitFor();

  await visitor.open();
  await visitor.page.waitForFunction("ChaskWidget.getUnreadCount() === 0");
  expect(await visitor.calls("onMessageReceived")).toHaveLength(1);
});

test("a reload keeps the history and fires no callback for it", async () => {
  const { baseUrl, host, browser } = fixture();
  const organization = await createOrganization(inject("data"), host.origin);
  const context = await browser.newContext({ locale: "en-US" });
  const before = await visit(fixture(), { context, organization });
  await before.open();
  await before.send("First line");
  await before.called("onMessageSent");
  const agent = await signIn(baseUrl, organization);
  await agent.reply((await onlyConversation(agent)).id, "Second line");
  await before.called("onMessageReceived");

  await before.page.reload();
  await before.called("onReady");
  await before.open();
  await before.dialog.getByText("First line").waitFor();
  await before.dialog.getByText("Second line").waitFor();
  await agent.reply((await onlyConversation(agent)).id, "Third line");
  await before.called("onMessageReceived");
  const names = (await before.calls()).map((one) => one.name);
  expect(names.filter((name) => name === "onMessageReceived")).toHaveLength(1);
  expect(names).not.toContain("onMessageSent");
});
