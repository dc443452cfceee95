import { expect, inject, test } from "vitest";

import { type Agent, onlyConversation, signIn } from "../harness/agent.ts";
import { signInToConsole } from "../harness/console.ts";
import { useFixture, visit } from "../harness/fixture.ts";
import { list, record, text } from "../harness/json.ts";
import type { WidgetPage } from "../harness/page.ts";
import { createOrganization, type Organization } from "../harness/server.ts";

const fixture = useFixture();

async function ask(agent: Agent, method: string, path: string, body: unknown): Promise<void> {
  const answer = await fetch(fixture().baseUrl + path, {
    method,
    headers: { Authorization: `Bearer ${agent.token}`, "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  expect([path, answer.status]).toEqual([path, 200]);
}

/** Switches features of the widget, as its settings page does. */
async function change(agent: Agent, features: Readonly<Record<string, boolean>>): Promise<void> {
  const now = record(await agent.get("/v1/settings/widget"));
  const wanted = { ...record(now["features"]), ...features };
  await ask(agent, "PUT", "/v1/settings/widget", { ...now, features: wanted });
}

async function begin(
  features: Readonly<Record<string, boolean>>,
): Promise<{ readonly organization: Organization; readonly agent: Agent; readonly visitor: WidgetPage }> {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const agent = await signIn(fixture().baseUrl, organization);
  // Nobody has asked for the organization yet: it takes effect at once.
  await change(agent, features);
  const visitor = await visit(fixture(), { organization });
  await visitor.open();
  await visitor.send("Where is my parcel?");
  await visitor.called("onMessageSent");
  return { organization, agent, visitor };
}

async function contents(agent: Agent, conversation: string): Promise<readonly string[]> {
  return (await agent.messages(conversation)).map((message) => text(message, "content"));
}

async function resolve(agent: Agent, visitor: WidgetPage): Promise<string> {
  const { id } = await onlyConversation(agent);
  await ask(agent, "PATCH", `/v1/conversations/${id}`, { status: "resolved" });
  await visitor.dialog.locator(".rating").waitFor();
  return id;
}

test("where resolved conversations stay so, the visitor's next message begins a new one", async () => {
  const { agent, visitor } = await begin({ reopen: false });
  const first = await resolve(agent, visitor);
  // What was said stays in sight until he writes.
  expect(await visitor.dialog.locator(".bubble").innerText()).toContain("Where is my parcel?");
  await visitor.send("One more thing");
  await visitor.called("onMessageSent", 2);
  await visitor.dialog.locator(".bubble", { hasText: "One more thing" }).waitFor();
  expect(await visitor.dialog.locator(".bubble").count()).toBe(1);
  const second = await onlyConversation(agent);
  expect(second.id).not.toBe(first);
  expect(await contents(agent, second.id)).toEqual(["One more thing"]);
  expect(await contents(agent, first)).toEqual(["Where is my parcel?"]);

  await resolve(agent, visitor);
  await visitor.page.reload();
  await visitor.run("ChaskWidget.sendMessage('From the page')");
  await visitor.called("onMessageSent");
  expect(await contents(agent, (await onlyConversation(agent)).id)).toEqual(["From the page"]);
  expect(await visitor.calls("onError")).toEqual([]);
  expect(list(await agent.get("/v1/conversations?status=resolved"), "conversations")).toHaveLength(2);
});

test("on a page that is older than the setting, a message that was refused begins a new one by its retry", async () => {
  const { agent, visitor } = await begin({ reopen: true });
  await change(agent, { reopen: false });
  const first = await resolve(agent, visitor);
  await visitor.send("One more thing");
  expect(await visitor.called("onError")).toMatchObject({ details: { reason: "CONVERSATION_CLOSED" } });
  await visitor.dialog.getByRole("button", { name: "Retry" }).click();
  await visitor.called("onMessageSent", 2);
  const second = await onlyConversation(agent);
  expect(second.id).not.toBe(first);
  expect(await contents(agent, second.id)).toEqual(["One more thing"]);
});

test("where typing is not shown, neither side sees the other write, and both do as soon as it is", async () => {
  const { organization, agent, visitor } = await begin({ typing: false });
  await visitor.run("window.heard = []; ChaskWidget.on('typing', (sign) => heard.push(sign))");
  const desk = await signInToConsole(fixture(), organization);
  await desk.getByRole("link", { name: /Where is my parcel/u }).click();
  await desk.locator(".bubble", { hasText: "Where is my parcel?" }).waitFor();
  const box = desk.getByRole("textbox", { name: /^Reply to/u });
  const seenByAgent = desk.getByText(/is typing/u);
  await visitor.textBox.pressSequentially("Please");
  await box.pressSequentially("It is on its way");
  await desk.keyboard.press("Enter");
  await visitor.called("onMessageReceived");
  expect(await visitor.run("heard")).toEqual([]);
  expect(await seenByAgent.count()).toBe(0);
  await change(agent, { typing: true });
  // The streams are those from before. Signs are written every three seconds at most.
  const shown = async (): Promise<readonly [boolean, boolean]> => {
    await visitor.textBox.pressSequentially("!");
    await box.pressSequentially("!");
    return [(await visitor.run("heard.length")) !== 0, (await seenByAgent.count()) > 0];
  };
  await expect.poll(shown, { timeout: 20_000, interval: 500 }).toEqual([true, true]);
}, 90_000);
