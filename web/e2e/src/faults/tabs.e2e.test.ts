import type { BrowserContext } from "playwright-core";
import { expect, inject, test } from "vitest";

import { type Agent, onlyConversation, signIn } from "../harness/agent.ts";
import { useFixture } from "../harness/fixture.ts";
import { list, text } from "../harness/json.ts";
import { hostPage, WidgetPage } from "../harness/page.ts";
import { startProxy } from "../harness/proxy.ts";
import { createOrganization, type Organization } from "../harness/server.ts";

const fixture = useFixture();

const queued: readonly string[] = Array.from({ length: 50 }, (_, index) => `queued ${index}`);
const first: readonly string[] = Array.from({ length: 25 }, (_, index) => `first ${index}`);
const second: readonly string[] = Array.from({ length: 25 }, (_, index) => `second ${index}`);

/** What the browser may keep unsent messages in, and the script that refuses it. */
const storages = [
  { name: "IndexedDB", refusal: "" },
  {
    name: "IndexedDB refused",
    refusal: `IDBFactory.prototype.open = () => { throw new DOMException("refused", "SecurityError"); };`,
  },
] as const;

/** JavaScript that counts the unsent messages this browser keeps, wherever it keeps them. */
const kept = `new Promise((resolve) => {
  const names = Object.keys(localStorage).filter((name) => name.includes(":out:"));
  const none = () => resolve(names.length);
  let request;
  try {
    request = indexedDB.open("chask");
  } catch {
    return none();
  }
  request.onerror = none;
  request.onsuccess = () => {
    const keys = request.result.transaction("values").objectStore("values").getAllKeys();
    keys.onsuccess = () => {
      request.result.close();
      resolve(names.length + keys.result.filter((key) => key.includes(":out:")).length);
    };
  };
})`;

/** JavaScript that counts the tabs that lead the others or stand by to do so. */
const leaders = `navigator.locks.query().then(({ held, pending }) =>
  [...held, ...pending].filter(({ name }) => name.endsWith("/1:leader")).length)`;

async function stored(agent: Agent): Promise<readonly string[]> {
  const { id } = await onlyConversation(agent);
  const page = await agent.get(`/v1/conversations/${id}/messages?after=0&limit=100`);
  return list(page, "messages").map((message) => text(message, "content"));
}

/** Two tabs of one visitor who has a conversation already; the first of them has the connection. */
interface TwoTabs {
  readonly context: BrowserContext;
  readonly leader: WidgetPage;
  readonly other: WidgetPage;
  readonly agent: Agent;
}

async function twoTabs(refusal: string, baseUrl: string = fixture().baseUrl): Promise<TwoTabs> {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const agent = await signIn(fixture().baseUrl, organization);
  const context = await fixture().browser.newContext({ locale: "en-US" });
  await context.addInitScript(refusal);
  const leader = await tab(context, organization, baseUrl);
  await leader.open();
  await leader.send("before");
  await leader.called("onMessageSent");
  const other = await tab(context, organization, baseUrl);
  await other.open();
  await other.dialog.getByText("before", { exact: true }).waitFor();
  // They know of each other: one leads, the other stands by.
  await expect.poll(() => other.run(leaders)).toBe(2);
  return { context, leader, other, agent };
}

async function tab(
  context: BrowserContext,
  organization: Organization,
  baseUrl: string,
): Promise<WidgetPage> {
  const page = await context.newPage();
  await page.goto(fixture().host.serve({ html: hostPage(baseUrl, organization) }));
  return new WidgetPage(page);
}

async function write(visitor: WidgetPage, contents: readonly string[]): Promise<void> {
  await visitor.run(
    `${JSON.stringify(contents)}.forEach((content) => void ChaskWidget.sendMessage({ content }))`,
  );
}

async function told(visitor: WidgetPage): Promise<readonly string[]> {
  return (await visitor.calls("onMessageSent")).map(({ argument }) => text(argument, "content"));
}

/** All of both tabs stands there once, and what one tab wrote in the order it was written. */
function expectBoth(contents: readonly string[]): void {
  expect(contents[0]).toBe("before");
  expect(contents.filter((one) => one.startsWith("first"))).toEqual(first);
  expect(contents.filter((one) => one.startsWith("second"))).toEqual(second);
  expect(contents).toHaveLength(51);
}

async function expectNoSendError(visitor: WidgetPage): Promise<void> {
  const errors = (await visitor.calls("onError")).map(({ argument }) => text(argument, "code"));
  expect(errors).not.toContain("SEND_ERROR");
}

test.for(storages)(
  "50 messages written offline in a tab that is closed then are sent once, in order, by the other tab ($name)",
  async ({ refusal }) => {
    const { context, leader, other, agent } = await twoTabs(refusal);
    await context.setOffline(true);
    await write(leader, queued);
    await expect.poll(() => leader.run(kept)).toBe(50);
    await leader.page.close();
    await context.setOffline(false);

    await other.called("onMessageSent", 50);
    expect(await stored(agent)).toEqual(["before", ...queued]);
    expect(await told(other)).toEqual(queued);
    const shown = await other.dialog.getByText(/^queued \d+$/u).allTextContents();
    expect(shown).toEqual(queued);
    expect(await other.run(kept)).toBe(0);
    await expectNoSendError(other);
  },
);

test.for(storages)(
  "25 and 25 messages written offline in two tabs are sent once, each tab's in its order ($name)",
  async ({ refusal }) => {
    const { context, leader, other, agent } = await twoTabs(refusal);
    await context.setOffline(true);
    await write(leader, first);
    await write(other, second);
    await expect.poll(() => leader.run(kept)).toBe(50);
    await context.setOffline(false);

    await leader.called("onMessageSent", 26);
    await other.called("onMessageSent", 25);
    expectBoth(await stored(agent));
    expect(await told(leader)).toEqual(["before", ...first]);
    expect(await told(other)).toEqual(second);
    await expectNoSendError(leader);
    await expectNoSendError(other);
  },
);

test.for(storages)(
  "when the tab that has the connection crashes, the other one sends for both ($name)",
  async ({ refusal }) => {
    const { context, leader, other, agent } = await twoTabs(refusal);
    await context.setOffline(true);
    await write(leader, first);
    await write(other, second);
    await expect.poll(() => other.run(kept)).toBe(50);
    const crashed = leader.page.waitForEvent("crash");
    const session = await context.newCDPSession(leader.page);
    // Never answered: whoever would answer is gone.
    session.send("Page.crash").catch(() => undefined);
    await crashed;
    // What is left of it keeps the context from going online.
    await leader.page.close();
    await context.setOffline(false);

    await other.called("onMessageSent", 50);
    expectBoth(await stored(agent));
    expect((await told(other)).toSorted()).toEqual([...first, ...second].toSorted());
    await expectNoSendError(other);
  },
);

test("through a network without WebSockets two tabs chat by events, and what was written offline arrives once", async () => {
  const proxy = await startProxy(fixture().baseUrl);
  try {
    const { context, leader, other, agent } = await twoTabs("", proxy.baseUrl);
    expect(proxy.refused()).toBeGreaterThan(0);
    const { id } = await onlyConversation(agent);
    await agent.reply(id, "by events");
    await leader.dialog.getByText("by events").waitFor();
    await other.dialog.getByText("by events").waitFor();
    await context.setOffline(true);
    await write(leader, first);
    await write(other, second);
    await expect.poll(() => leader.run(kept)).toBe(50);
    await context.setOffline(false);
    await leader.called("onMessageSent", 26);
    await other.called("onMessageSent", 25);
    expectBoth((await stored(agent)).filter((content) => content !== "by events"));
    await expectNoSendError(leader);
    await expectNoSendError(other);
  } finally {
    await proxy.close();
  }
});
