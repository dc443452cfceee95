import type { BrowserContext, Page } from "playwright-core";
import { expect, inject, test } from "vitest";

import { useFixture, visit } from "../harness/fixture.ts";
import { onlyConversation, signIn } from "../harness/agent.ts";
import { addColleague } from "../harness/desks.ts";
import { list, number, record, text } from "../harness/json.ts";
import { createOrganization, type Organization } from "../harness/server.ts";

const fixture = useFixture();

/** What a page has asked the browser to show and to play is written down; the screen and the loudspeaker are not ours. */
const witness = `
const shown = [];
window.witness = { shown, tones: 0, asked: 0, closed: 0 };
window.Notification = class extends EventTarget {
  static permission = "default";
  static async requestPermission() { window.witness.asked += 1; return (Notification.permission = "granted"); }
  constructor(title, { body, tag, renotify } = {}) {
    super();
    shown.push({ title, body: body ?? "", tag: tag ?? "", renotify: renotify === true });
    window.witness.click = () => this.dispatchEvent(new Event("click"));
  }
  close() { window.witness.closed += 1; }
};
const start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (...when) { window.witness.tones += 1; return start.apply(this, when); };
`;

interface Desk {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly organization: Organization;
}

/** A console that was allowed to notify, on its page of notifications, of an agent whom the server sees. */
async function attentiveDesk(who?: Organization): Promise<Desk> {
  const organization = who ?? (await createOrganization(inject("data"), fixture().host.origin));
  const context = await fixture().browser.newContext({ locale: "en-US" });
  await context.addInitScript(witness);
  const page = await context.newPage();
  await page.goto(`${fixture().baseUrl}/console/`);
  await page.getByLabel("Email").fill(organization.email);
  await page.getByLabel("Password", { exact: true }).fill(organization.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.locator(".inbox-list").waitFor();
  await page.getByRole("button", { name: /^Account of .*, Online$/u }).waitFor();
  expect(await page.evaluate("witness.asked")).toBe(0);
  await page.goto(`${fixture().baseUrl}/console/#/settings/notifications`);
  await page.getByRole("button", { name: "Allow notifications" }).click();
  await page.getByRole("switch", { name: "Show notifications" }).waitFor();
  return { page, context, organization };
}

async function notificationsIn(page: Page): Promise<readonly unknown[]> {
  return list({ shown: await page.evaluate("witness.shown") }, "shown");
}

async function shownIn(page: Page): Promise<readonly string[]> {
  return (await notificationsIn(page)).map(
    (one) => `${text(one, "title").replace(/ \w{4}$/u, "")}: ${text(one, "body")}`,
  );
}

/** A chime has two tones. */
async function tonesIn(pages: readonly Page[]): Promise<number> {
  const tones = await Promise.all(
    pages.map((each): Promise<unknown> => each.evaluate("({ tones: witness.tones })")),
  );
  return tones.reduce((sum: number, each) => sum + number(each, "tones"), 0);
}

test("a visitor's message is shown and heard once over two tabs, and a click on it opens the conversation", async () => {
  const { page, context, organization } = await attentiveDesk();
  const other = await context.newPage();
  await other.addInitScript("Notification.permission = 'granted'");
  await other.goto(`${fixture().baseUrl}/console/`);
  await other.locator(".inbox-list").waitFor();
  // What tells of news is loaded behind the list.
  await other.waitForLoadState("networkidle");
  const visitor = await visit(fixture(), { organization });
  await visitor.open();
  await visitor.send("Is anybody there?");
  const both = async (): Promise<readonly string[]> => (await Promise.all([page, other].map(shownIn))).flat();
  await expect.poll(both).toEqual(["Visitor: Is anybody there?"]);
  await expect.poll(() => tonesIn([page, other])).toBe(2);
  await visitor.send("Hello?");
  await expect.poll(both).toContain("Visitor: Hello?");
  expect(await both()).toHaveLength(2);
  // The second takes the place of the first, which is no longer on the screen: it has to come up.
  expect((await Promise.all([page, other].map(notificationsIn))).flat()).toEqual(
    Array.from({ length: 2 }, () =>
      expect.objectContaining({ tag: expect.stringMatching(/^chask\../u), renotify: true }),
    ),
  );
  const last = (await shownIn(page)).includes("Visitor: Hello?") ? page : other;
  await last.evaluate("witness.click()");
  await last.locator(".bubble", { hasText: "Hello?" }).waitFor();
  expect(await other.evaluate("witness.asked")).toBe(0);
});

test("what is looked at is not told; without the preview a notification keeps the words back; quiet hours are quiet", async () => {
  const { page, organization } = await attentiveDesk();
  await page.getByRole("switch", { name: "Show what was written" }).click();
  await page.getByText("Knock", { exact: true }).click();
  const visitor = await visit(fixture(), { organization });
  await visitor.open();
  await visitor.send("A secret");
  await expect.poll(() => shownIn(page)).toEqual(["Visitor: New message"]);
  await page.evaluate("witness.click()");
  await page.locator(".bubble", { hasText: "A secret" }).waitFor();
  await page.bringToFront();
  await visitor.send("Another one");
  await page.locator(".bubble", { hasText: "Another one" }).waitFor();
  await expect.poll(() => page.title()).not.toContain("(");
  await page.evaluate("location.hash = '#/settings/notifications'");
  await page.getByRole("switch", { name: "Keep quiet every day" }).click();
  await page.getByLabel("From", { exact: true }).fill("00:00");
  await page.getByLabel("To", { exact: true }).fill("23:59");
  // The one minute a day that is not quiet must not be now: another zone is on another minute of the day.
  await page.getByLabel("Time zone").selectOption(await page.evaluate(zoneAtNoon));
  await visitor.send("In the night");
  await expect.poll(() => page.title()).toContain("(1)");
  await page.getByRole("switch", { name: "Keep quiet every day" }).click();
  await visitor.send("In the day");
  await expect.poll(() => shownIn(page)).toHaveLength(2);
  expect(await shownIn(page)).toEqual(["Visitor: New message", "Visitor: New message"]);
});

/** Changes something in the name of an agent, who does it elsewhere. */
async function put(who: Organization, path: string, body: unknown): Promise<void> {
  const { token } = await signIn(fixture().baseUrl, who);
  const answer = await fetch(fixture().baseUrl + path, {
    method: "PUT",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
}

test("what a colleague gives to an agent, and what wakes up again, is told; what he does himself is not", async () => {
  const { page, organization } = await attentiveDesk();
  const colleague = await addColleague(organization);
  const visitor = await visit(fixture(), { organization });
  await visitor.open();
  await visitor.send("Is anybody there?");
  await expect.poll(() => shownIn(page)).toEqual(["Visitor: Is anybody there?"]);
  const agent = await signIn(fixture().baseUrl, organization);
  const { id } = await onlyConversation(agent);
  const me = text(record(await agent.get("/v1/sessions/current"))["agent"], "id");
  await put(organization, `/v1/conversations/${id}/assignee`, { agent: me, expected: null });
  await put(colleague, `/v1/conversations/${id}/assignee`, { agent: null, expected: me });
  await put(colleague, `/v1/conversations/${id}/assignee`, { agent: me, expected: null });
  const given = "Assigned to you: Visitor: Is anybody there?";
  await expect.poll(() => shownIn(page)).toEqual(["Visitor: Is anybody there?", given]);
  await put(organization, `/v1/conversations/${id}/snooze`, {
    until: new Date(Date.now() + 10_000).toISOString(),
  });
  const woken = "Snooze ended: Visitor: Is anybody there?";
  await expect
    .poll(() => shownIn(page), { timeout: 30_000 })
    .toEqual(["Visitor: Is anybody there?", given, woken]);
  // Somebody else's from now on: it goes off the screen.
  expect(await page.evaluate("witness.closed")).toBe(0);
  await put(colleague, `/v1/conversations/${id}/assignee`, { agent: null, expected: me });
  await expect.poll(() => page.evaluate("witness.closed")).toBe(1);
});

test("of what the routing gives out only the one is told who gets it", async () => {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  await put(organization, "/v1/settings/routing", {
    mode: "least_loaded",
    capacity: 1,
    awayAfterMinutes: 10,
  });
  const desks = await Promise.all([organization, await addColleague(organization)].map(attentiveDesk));
  for (const words of ["First question", "Second question"]) {
    // oxlint-disable-next-line no-await-in-loop -- the second is the other one's, because the first has no room left
    const visitor = await visit(fixture(), { organization });
    // oxlint-disable-next-line no-await-in-loop -- see above
    await visitor.open();
    // oxlint-disable-next-line no-await-in-loop -- see above
    await visitor.send(words);
    // oxlint-disable-next-line no-await-in-loop -- see above
    await expect.poll(() => shownOn(desks)).toContain(`Assigned to you: Visitor: ${words}`);
  }
  const told = await Promise.all(desks.map(({ page }) => shownIn(page)));
  expect(told.map(({ length }) => length)).toEqual([1, 1]);
});

async function shownOn(desks: readonly Desk[]): Promise<readonly string[]> {
  return (await Promise.all(desks.map(({ page }) => shownIn(page)))).flat();
}

/** Runs in the page: a zone whose clock is far from midnight. */
function zoneAtNoon(): string {
  const hour = new Date().getUTCHours();
  return hour > 2 && hour < 22 ? "UTC" : "America/New_York";
}
