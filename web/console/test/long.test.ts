import { expect, test } from "vitest";
import { hold, useStage } from "./console.ts";

const stage = useStage();

test("the list loads page after page while it is scrolled, with few rows in the page at a time", async () => {
  const { page, signIn, server } = stage();
  for (let number = 1; number <= 160; number++) {
    const time = new Date(Date.now() - number * 60_000).toISOString();
    const conversation = server.world.open({ name: `Visitor number ${number}` });
    server.world.append(conversation, { sender: "user", content: "Hi", timestamp: time });
  }
  await signIn();
  await page.getByText("Visitor number 1", { exact: true }).waitFor();
  // The placeholders for the next page are out of sight: if they moved, every frame would pay for it.
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  const last = page.getByText("Visitor number 160", { exact: true });
  await page.locator(".inbox-list").hover();
  while ((await last.count()) === 0) {
    await page.mouse.wheel(0, 1500);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  expect(await page.locator("a.inbox-row").count()).toBeLessThan(60);
});

test("a list at its end waits for the next page, however long it takes, and asks for it once", async () => {
  const { page, signIn, server } = stage();
  for (let number = 1; number <= 60; number++) {
    server.world.open({ name: `Visitor number ${number}` }, "Hi");
  }
  const { until, release } = hold();
  let asked = 0;
  await page.route(/\/v1\/conversations\?.*cursor=/u, async (route) => {
    asked++;
    await until;
    await route.continue();
  });
  let begun = 0;
  page.on(
    "request",
    (request) => (begun += /\/v1\/conversations\?(?!.*cursor=)/u.test(request.url()) ? 1 : 0),
  );
  await signIn();
  await page.locator("a.inbox-row").first().waitFor();
  // With the connection the list is loaded again, and whoever is overtaken by that asks again.
  await expect.poll(() => begun).toBeGreaterThanOrEqual(2);
  const request = page.waitForRequest(/cursor=/u);
  await page.locator(".inbox-list").evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await request;
  const grace = server.world.open({ name: "Grace" }, "Just now");
  server.write(grace, "And again");
  await page.waitForFunction(rowsAre, 51);
  release();
  await page.waitForFunction(rowsAre, 61);
  expect(asked).toBe(1);
});

/// Runs in the page: so many rows has the list, in sight or not.
function rowsAre(count: number): boolean {
  return document.querySelector<HTMLElement>(".rows-all")?.style.height === `${count * 64}px`;
}

test("after a lost connection a long list stays as long as it was, and where it was", async () => {
  const { page, signIn, server, faults } = stage();
  for (let number = 1; number <= 120; number++) {
    const time = new Date(Date.now() - number * 60_000).toISOString();
    const conversation = server.world.open({ name: `Visitor number ${number}` });
    server.world.append(conversation, { sender: "user", content: "Hi", timestamp: time });
  }
  await signIn();
  const list = page.locator(".inbox-list");
  await list.hover();
  await page.locator("a.inbox-row").first().waitFor();
  const end = page.getByText("Visitor number 120", { exact: true });
  while ((await end.count()) === 0) {
    await page.mouse.wheel(0, 1500);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  const top = await list.evaluate(({ scrollTop }) => scrollTop);
  const again = Promise.all([page.waitForResponse(/limit=100/u), page.waitForResponse(/cursor=100/u)]);
  server.stream.cut(1011);
  await again;
  await page.getByText("Connection lost. Reconnecting…").waitFor({ state: "detached" });
  await end.waitFor();
  expect(await page.evaluate(rowsAre, 120)).toBe(true);
  expect(await list.evaluate(({ scrollTop }) => scrollTop)).toBe(top);
  expect(faults.splice(0).every((fault) => fault.startsWith("WebSocket connection"))).toBe(true);
});

test("far down a very long list a lost connection takes nobody's place, and what was resolved meanwhile goes", async () => {
  const { page, signIn, server, faults } = stage();
  const all = Array.from({ length: 700 }, (_, number) => {
    const timestamp = new Date(Date.now() - number * 60_000).toISOString();
    const conversation = server.world.open({ name: `Visitor number ${number}` });
    server.world.append(conversation, { sender: "user", content: "Hi", timestamp });
    return conversation;
  });
  await signIn();
  await page.locator("a.inbox-row").first().waitFor();
  const list = page.locator(".inbox-list");
  await list.evaluate(async (element) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const scroll = setInterval(() => {
      element.scrollTo(0, element.scrollHeight);
      if (element.scrollHeight >= 700 * 64) {
        resolve();
      }
    }, 20);
    await promise;
    clearInterval(scroll);
    element.scrollTo(0, 620 * 64);
  });
  await page.getByText("Visitor number 622", { exact: true }).waitFor();
  for (const number of [623, 690]) {
    const conversation = all[number];
    if (conversation !== undefined) {
      conversation.status = "resolved";
    }
  }
  server.stream.cut(1011);
  await page.getByText("Visitor number 623", { exact: true }).waitFor({ state: "detached" });
  await page.getByText("Visitor number 622", { exact: true }).waitFor();
  expect(await list.evaluate(({ scrollTop }) => scrollTop)).toBe(620 * 64);
  await list.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await page.waitForFunction(rowsAre, 698);
  expect(faults.splice(0).every((fault) => fault.startsWith("WebSocket"))).toBe(true);
});

test("the rows come to where their places were", async () => {
  const { page, signIn, server } = stage();
  server.world.open({ name: "Grace" }, "Hi");
  const { until, release } = hold();
  await page.route("**/v1/sessions/current", async (route) => {
    await until;
    await route.continue();
  });
  const entered = signIn();
  const row = page.locator(".inbox-row").first();
  await row.waitFor();
  const before = await row.boundingBox();
  release();
  await entered;
  await page.getByRole("link", { name: /^Grace/u }).waitFor();
  expect(await row.boundingBox()).toEqual(before);
});
