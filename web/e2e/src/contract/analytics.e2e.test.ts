import { expect, inject, test } from "vitest";

import { onlyConversation, signIn } from "../harness/agent.ts";
import { useFixture, visit } from "../harness/fixture.ts";
import { record, text } from "../harness/json.ts";
import type { WidgetPage } from "../harness/page.ts";
import { createOrganization, type Organization } from "../harness/server.ts";

const fixture = useFixture();
const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/u;
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

/** A visitor who loads, opens, sends, is answered, uploads a picture, provokes an error and closes. */
async function journey(visitor: WidgetPage, organization: Organization): Promise<string> {
  await visitor.called("onReady");
  await visitor.open();
  await visitor.send("Is the blue one back?");
  await visitor.called("onMessageSent");
  const agent = await signIn(fixture().baseUrl, organization);
  const { id } = await onlyConversation(agent);
  await agent.reply(id, "On Monday.");
  await visitor.called("onMessageReceived");
  await visitor.dialog
    .locator("input[type=file]")
    .setInputFiles({ name: "blue.png", mimeType: "image/png", buffer: picture });
  await visitor.tracked("attachment_uploaded");
  await visitor.dialog.getByRole("button", { name: "Send" }).click();
  await visitor.called("onMessageSent", 2);
  await visitor.run(`ChaskWidget.sendMessage("x".repeat(10001)).catch(() => {})`);
  await visitor.called("onError");
  await visitor.run("ChaskWidget.close()");
  await visitor.tracked("widget_closed");
  return id;
}

test("each analytics event has exactly its data, in order, after its own callback, and turns into plain JSON", async () => {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const visitor = await visit(fixture(), { organization });
  const conversationId = await journey(visitor, organization);
  const [first, second] = (await visitor.calls("onMessageSent")).map((one) => text(one.argument, "id"));
  const received = text((await visitor.calls("onMessageReceived"))[0]?.argument, "id");
  const error = record((await visitor.calls("onError"))[0]?.argument);

  const events = (await visitor.analytics()).map(record);
  expect(events.map(({ type, data }) => ({ type, data }))).toEqual([
    { type: "widget_loaded", data: undefined },
    { type: "widget_opened", data: undefined },
    { type: "session_started", data: { conversationId } },
    { type: "message_sent", data: { messageId: first, hasAttachments: false } },
    { type: "message_received", data: { messageId: received, sender: "agent" } },
    { type: "attachment_uploaded", data: { fileType: "image/png", fileSize: picture.length } },
    { type: "message_sent", data: { messageId: second, hasAttachments: true } },
    { type: "error_occurred", data: { code: error["code"], message: error["message"] } },
    { type: "widget_closed", data: undefined },
  ]);
  for (const event of events) {
    expect(Object.keys(event)).toEqual(
      "data" in event ? ["type", "timestamp", "data"] : ["type", "timestamp"],
    );
    expect(event["timestamp"]).toMatch(isoTime);
  }
  expect((await visitor.calls("onAnalyticsEvent")).every((one) => one.isDate)).toBe(true);
  expect(await pairs(visitor)).toEqual([
    ["onReady", "widget_loaded"],
    ["onOpen", "widget_opened"],
    ["onMessageSent", "message_sent"],
    ["onMessageReceived", "message_received"],
    ["onMessageSent", "message_sent"],
    ["onError", "error_occurred"],
    ["onClose", "widget_closed"],
  ]);
});

/** Each specific callback with the analytics event that came right after it. */
async function pairs(visitor: WidgetPage): Promise<readonly (readonly string[])[]> {
  const calls = await visitor.calls();
  return calls.flatMap((one, index) => {
    const next = calls[index + 1];
    return one.name === "onAnalyticsEvent" || next === undefined
      ? []
      : [[one.name, text(next.argument, "type")]];
  });
}

test("events go straight to Google Analytics 4, to Mixpanel and to a page's own endpoint", async () => {
  const { host } = fixture();
  const organization = await createOrganization(inject("data"), host.origin);
  const visitor = await visit(fixture(), {
    organization,
    before: `<script>
      const ga = []; const mix = [];
      function gtag(...words) { ga.push(JSON.parse(JSON.stringify(words))); }
      const mixpanel = { track: (...words) => mix.push(JSON.parse(JSON.stringify(words))) };
    </script>`,
    config: `callbacks: { ...recordAll, onAnalyticsEvent: (event) => {
      recordAll.onAnalyticsEvent(event);
      gtag("event", event.type, { ...event.data, at: event.timestamp.toISOString() });
      mixpanel.track(event.type, event.data);
      fetch("/collect", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(event) });
    } },`,
  });
  await journey(visitor, organization);
  const events = (await visitor.analytics()).map(record);
  await expect.poll(() => host.collected.length).toBe(events.length);
  expect(host.collected.map((body): unknown => JSON.parse(body))).toEqual(expect.arrayContaining(events));
  expect(await visitor.run("ga")).toEqual(
    events.map(({ type, timestamp, data }) => ["event", type, { ...record(data ?? {}), at: timestamp }]),
  );
  expect(await visitor.run("mix")).toEqual(
    events.map(({ type, data }) => (data === undefined ? [type, null] : [type, data])),
  );
});
