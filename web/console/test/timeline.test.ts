import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useStage } from "./console.ts";

const stage = useStage();

const shop = "https://shop.example";
const ended = { id: "018f3c5e-5555-7aaa-8bbb-000000000001", status: "resolved" };
const times = { createdAt: "2026-11-25T10:00:00Z", activeAt: "2026-11-25T10:00:00Z" };

/// The newest page of the timeline, and whether there are other conversations.
async function answerHistory(page: Page, url: string, others: readonly object[]): Promise<void> {
  await page.route(/\/history$/u, (route) =>
    route.fulfill({
      json: { conversations: others, timeline: [{ type: "page_viewed", at: "2026-11-26T10:00:00Z", url }] },
    }),
  );
}

test("the timeline goes on with the page that stands above it, in its place", async () => {
  const { page, signIn, server } = stage();
  const conversation = server.world.open({ name: "Grace", page: { url: `${shop}/home` } }, "Hi");
  await page.clock.install();
  await answerHistory(page, `${shop}/home`, []);
  await signIn(`#/conversations/${conversation.id}`);
  const panel = page.locator("aside.visitor");
  const newest = panel.locator("ol.history-list a").first();
  await newest.getByText(`${shop}/home`).waitFor();
  await panel.locator("ol.history-list").evaluate((list) => list.setAttribute("data-kept", ""));
  Object.assign(conversation.visitor, { page: { url: `${shop}/checkout` } });
  await answerHistory(page, `${shop}/checkout`, [{ ...ended, ...times, lastMessage: { content: "Before" } }]);
  await page.clock.fastForward(31_000);
  await panel.locator("dd a", { hasText: "/checkout" }).waitFor();
  await newest.getByText(`${shop}/checkout`).waitFor();
  await panel.getByRole("link", { name: "Before" }).waitFor();
  expect(await panel.locator("ol.history-list[data-kept]").count()).toBe(1);
});

test("what the details tell is told by the timeline with them, and what was there stays when it does not come", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await answerHistory(page, `${shop}/home`, []);
  await openConversation(conversation);
  const newest = page.locator("ol.history-list a").first();
  await newest.getByText(`${shop}/home`).waitFor();
  await page.route(/\/history$/u, (route) =>
    route.fulfill({ status: 503, contentType: "application/problem+json", json: { reason: "BUSY" } }),
  );
  await page.getByRole("button", { name: "Resolve" }).click();
  const failure = page.locator("aside.visitor").getByRole("alert");
  await failure.getByText("What the visitor did could not be loaded.").waitFor();
  expect(await newest.getByText(`${shop}/home`).count()).toBe(1);
  await page.unroute(/\/history$/u);
  await answerHistory(page, `${shop}/checkout`, []);
  await failure.getByRole("button", { name: "Try again" }).click();
  await newest.getByText(`${shop}/checkout`).waitFor();
});
