import type { Page, Route } from "playwright-core";
import { expect, test } from "vitest";
import { seriousFindings } from "../../../scripts/axe.ts";
import { useStage } from "./console.ts";

const stage = useStage();

const busy = JSON.stringify({
  type: "/docs/errors/",
  title: "OVERLOADED",
  status: 503,
  code: "CONNECTION_ERROR",
  reason: "OVERLOADED",
  // Nothing asks again by itself while a test looks at what is said.
  retryable: false,
});

/// The server is busy for these requests until the result is called, while the stream goes on.
async function refuse(page: Page, url: RegExp): Promise<() => Promise<void>> {
  await page.route(url, answerBusy);
  return () => page.unroute(url, answerBusy);
}

async function answerBusy(route: Route): Promise<void> {
  await (route.request().method() === "GET"
    ? route.fulfill({ status: 503, contentType: "application/problem+json", body: busy })
    : route.continue());
}

/// What the server answers, with another member in it.
async function put(page: Page, url: RegExp, change: (answer: string) => string): Promise<void> {
  await page.route(url, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: change(await response.text()) });
  });
}

test("a view that could not be loaded says why and is loaded by trying again", async () => {
  const { page, signIn, server } = stage();
  server.world.open({ name: "Grace" }, "Hi");
  server.world.open({ name: "Alan" }, "Done").status = "resolved";
  await signIn();
  await page.getByRole("link", { name: /Grace/ }).waitFor();
  const end = await refuse(page, /conversations\?.*status=resolved/u);
  await page.getByText("Resolved", { exact: true }).click();
  const alert = page.locator(".inbox").getByRole("alert").filter({ hasText: "The server is busy" });
  await alert.waitFor();
  expect(await page.locator(".inbox [aria-busy]").count()).toBe(0);
  expect(await seriousFindings(page)).toEqual([]);
  await end();
  await alert.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("link", { name: /Alan/ }).waitFor();
  expect(await alert.count()).toBe(0);
});

test("a further page of the list that does not come leaves what is there, and is asked for again", async () => {
  const { page, signIn, server } = stage();
  for (let number = 1; number <= 60; number++) {
    server.world.open({ name: `Visitor number ${number}` }, "Hi");
  }
  const end = await refuse(page, /conversations\?.*cursor=/u);
  await signIn();
  await page.locator("a.inbox-row").first().waitFor();
  await page.locator(".inbox-list").evaluate((list) => list.scrollTo(0, list.scrollHeight));
  const alert = page.locator(".inbox").getByRole("alert").filter({ hasText: "The server is busy" });
  await alert.waitFor();
  expect(await page.locator("a.inbox-row").count()).toBeGreaterThan(5);
  await end();
  await alert.getByRole("button", { name: "Try again" }).click();
  await page.waitForFunction(
    () => document.querySelector<HTMLElement>(".rows-all")?.style.height === `${60 * 64}px`,
  );
  expect(await alert.count()).toBe(0);
});

test("a search and its next page say why they did not come; what was found before stays", async () => {
  const { page, signIn, server } = stage();
  server.world.open({ name: "Grace" }, "The till is broken");
  await signIn();
  const alert = page.locator(".inbox").getByRole("alert").filter({ hasText: "The server is busy" });
  const endFirst = await refuse(page, /\/v1\/search/u);
  await page.locator(".search-input").fill("till");
  await alert.waitFor();
  await endFirst();
  await put(page, /\/v1\/search/u, (answer) => answer.replace('"next":null', '"next":"2"'));
  const endNext = await refuse(page, /\/v1\/search.*cursor=2/u);
  await alert.getByRole("button", { name: "Try again" }).click();
  await page.locator(".search-row").waitFor();
  await alert.waitFor();
  expect(await page.locator(".search-row").count()).toBe(1);
  server.world.conversations.clear();
  server.world.open({ name: "Alan" }, "My till too");
  await endNext();
  const next = page.waitForResponse(/\/v1\/search.*cursor=2/u);
  await alert.getByRole("button", { name: "Try again" }).click();
  await next;
  await page.locator(".search-row").nth(1).waitFor();
  expect(await alert.count()).toBe(0);
});

test("notes and events that could not be loaded are missed by nobody", async () => {
  const { page, server, openConversation } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  const author = { id: conversation.id, name: "Alan" };
  const note = { author, afterSequence: 1, content: "She is a regular", mentions: [], unseen: false };
  conversation.notes.push({ ...note, id: conversation.id, timestamp: new Date().toISOString() });
  await put(page, /\/v1\/conversations\?/u, (answer) => answer.replace('"events":0', '"events":1'));
  const ends = [await refuse(page, /\/notes$/u), await refuse(page, /\/events$/u)];
  await page.clock.install();
  await openConversation(conversation);
  const alert = page.locator(".thread-column").getByRole("alert").filter({ hasText: "The server is busy" });
  await alert.getByText("The notes of this conversation could not be loaded.").waitFor();
  await alert.getByText("What was done with this conversation could not be loaded.").waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  // They are asked for again after some seconds.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000);
  await Promise.all(ends.map((end) => end()));
  await alert.getByRole("button", { name: "Try again" }).click();
  await page.clock.resume();
  await page.getByText("She is a regular").waitFor();
  await alert.waitFor({ state: "detached" });
});

test("the visitor's data says why it is missing, or may be outdated, and is asked for again by itself", async () => {
  const { page, server, signIn } = stage();
  const conversation = server.world.open({ name: "Grace", email: "g@example.com" }, "Hi");
  const route = new RegExp(`/v1/conversations/${conversation.id}$`, "u");
  const end = await refuse(page, route);
  await signIn(`#/conversations/${conversation.id}`);
  const panel = page.locator("aside.visitor");
  const alert = panel.getByRole("alert").filter({ hasText: "The server is busy" });
  await alert.waitFor();
  await end();
  await page.clock.install();
  await alert.getByRole("button", { name: "Try again" }).click();
  await panel.getByText("g@example.com").waitFor();
  await alert.waitFor({ state: "detached" });
  const endPolls = await refuse(page, route);
  await page.clock.fastForward(31_000);
  await alert.getByText("This may be out of date.").waitFor();
  expect(await panel.getByText("g@example.com").count()).toBe(1);
  await endPolls();
  await page.clock.fastForward(31_000);
  await alert.waitFor({ state: "detached" });
});

/// How often the page has asked for that, so that a test sees its failures come and go.
function countRequests(page: Page, url: RegExp): () => number {
  let asked = 0;
  page.on("requestfinished", (request) => {
    asked += url.test(request.url()) && request.method() === "GET" ? 1 : 0;
  });
  return () => asked;
}

test("what says that the server cannot be asked stays while it is asked again, and so does the focus", async () => {
  const { page, goto } = stage();
  await page.clock.install();
  const session = /\/v1\/sessions\/current/u;
  const asked = countRequests(page, session);
  const end = await refuse(page, session);
  await goto();
  const again = page.getByRole("button", { name: "Try again" });
  await again.focus();
  const button = await again.elementHandle();
  const before = asked();
  await page.clock.fastForward(5_100);
  await expect.poll(asked).toBeGreaterThan(before);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
  expect(await button?.evaluate((there) => there === document.activeElement)).toBe(true);
  await end();
  await page.clock.fastForward(5_100);
  await page.getByRole("button", { name: "Sign in" }).waitFor();
});

test("what says that a thread's notes are missing stays while they are asked for again", async () => {
  const { page, server, signIn } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  server.world.mention(conversation, "Look at this");
  const notes = /\/notes$/u;
  const asked = countRequests(page, notes);
  await page.clock.install();
  await refuse(page, notes);
  await signIn(`#/conversations/${conversation.id}`);
  const alert = page.getByRole("alert").filter({ hasText: "notes" });
  const shown = await alert.elementHandle();
  const before = asked();
  await page.clock.fastForward(5_100);
  await expect.poll(asked).toBeGreaterThan(before);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
  expect(await shown?.evaluate((there) => there.isConnected)).toBe(true);
});
