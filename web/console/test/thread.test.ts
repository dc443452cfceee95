import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { hold, useStage } from "./console.ts";
import { longTalk } from "./standin/talks.ts";
import { bubble, scrollUp, movedBy } from "./threads.ts";

const stage = useStage();

/// Replies wait for 5 seconds, as they do unless an agent has switched it off.
async function waitingReplies(page: Page): Promise<void> {
  await page.addInitScript("localStorage['chask.console.preferences'] = '{}'");
}

const colleague = { id: "0d4bd4a8-7c1f-4d51-a1c4-0d1f6c2b7b11", name: "Linus", kind: "human" } as const;

test("a reply that waits does not take who reads further up to the end when something comes", async () => {
  const { page, openConversation, server } = stage();
  await waitingReplies(page);
  await openConversation(longTalk(server, 130));
  await bubble(page, "message number 130").waitFor();
  const held = hold();
  server.bend.holdPages = held.until;
  await page.getByRole("textbox", { name: "Reply to Grace" }).fill("One moment");
  await page.keyboard.press("Enter");
  await page.locator(".held-line").waitFor();
  await scrollUp(page, 20_000, "message number 81");
  const moved = await movedBy(bubble(page, "message number 85"), async () => {
    held.release();
    await bubble(page, "message number 80").waitFor();
  });
  await expect.poll(moved).toBeLessThan(2);
});

test("what the visitor writes while a reply waits is said to assistive technology, and counted", async () => {
  const { page, openConversation, server } = stage();
  await waitingReplies(page);
  const conversation = longTalk(server, 45);
  await openConversation(conversation);
  await page.getByRole("textbox", { name: "Reply to Grace" }).fill("One moment");
  await page.keyboard.press("Enter");
  await page.locator(".held-line").waitFor();
  await scrollUp(page, 1_500, "To the latest message");
  server.write(conversation, "Are you there?");
  server.write(conversation, "Hello?");
  await page.getByText("2 new messages").waitFor();
  const log = page.getByRole("log");
  await log.getByText("Are you there?").waitFor({ state: "attached" });
  await log.getByText("Hello?").waitFor({ state: "attached" });
  expect(await log.locator("p").count()).toBe(2);
});

test("what a colleague answered last week warns nobody who comes back to his draft, only what comes now", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  server.world.append(conversation, { sender: "agent", content: "Last week", author: colleague });
  await openConversation(conversation);
  await bubble(page, "Last week").waitFor();
  await page.getByRole("textbox", { name: "Reply to Grace" }).fill("My draft");
  await page.reload();
  await bubble(page, "Last week").waitFor();
  await page.getByText("My draft").first().waitFor();
  expect(await page.locator(".collision").count()).toBe(0);
  server.world.append(conversation, { sender: "agent", content: "Just now", author: colleague });
  server.stream.announce(conversation);
  await page.getByText("Linus has just answered.").waitFor();
});

test("history that comes behind a reply is neither said nor taken for a colleague's answer", async () => {
  const { page, signIn, server } = stage();
  await waitingReplies(page);
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  server.world.append(conversation, { sender: "agent", content: "Last week", author: colleague });
  const held = hold();
  server.bend.holdPages = held.until;
  await signIn(`#/conversations/${conversation.id}`);
  const box = page.getByRole("textbox", { name: "Reply to Grace" });
  await box.fill("One moment");
  await box.press("Enter");
  await page.locator(".held-line").waitFor();
  await box.fill("And");
  held.release();
  await bubble(page, "Hi").waitFor();
  server.write(conversation, "Are you there?");
  await page.getByRole("log").getByText("Are you there?").waitFor({ state: "attached" });
  expect(await page.getByRole("log").locator("p").count()).toBe(1);
  expect(await page.locator(".collision").count()).toBe(0);
});

test("a quote that was begun takes no focus when its conversation is come to, so that its keys go on", async () => {
  const { page, openConversation, server } = stage();
  const alan = server.world.open({ name: "Alan" }, "Hello");
  const grace = server.world.open({ name: "Grace" });
  // The list has the newest first.
  server.world.append(grace, { sender: "user", content: "Hi", timestamp: "2026-01-01T10:00:00.000Z" });
  await openConversation(grace);
  await bubble(page, "Hi").waitFor();
  await page.keyboard.press("q");
  const box = page.getByRole("textbox", { name: "Reply to Grace" });
  await box.and(page.locator(":focus")).waitFor();
  await page.getByRole("link", { name: /Alan/u }).click();
  await bubble(page, "Hello").waitFor();
  await page.keyboard.press("j");
  await box.waitFor();
  await page.locator(".composer-subject").waitFor();
  await page.keyboard.press("k");
  await page.getByRole("textbox", { name: "Reply to Alan" }).waitFor();
  expect(page.url()).toContain(alan.id);
});

test("when a message that was not sent goes, the thread has the focus that its buttons had", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await openConversation(conversation);
  const scroller = page.locator(".thread-list").and(page.locator(":focus"));
  for (const way of ["Retry", "Delete"]) {
    server.world.refuseNext = "CONTENT_TOO_LONG";
    await page.getByRole("textbox").fill(`To be ended by ${way}`);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: way }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("Not sent").waitFor({ state: "detached" });
    await scroller.waitFor();
    // The next refusal is not for what is sent again.
    await expect.poll(() => conversation.messages).toHaveLength(2);
  }
  expect(conversation.messages.map(({ content }) => content)).toEqual(["Hi", "To be ended by Retry"]);
});

test("a quote leads to its original however long the pages before it take", async () => {
  const { page, openConversation, server } = stage();
  const conversation = longTalk(server, 230);
  const [original] = conversation.messages;
  const preview = "The very first";
  const replyTo = { id: original?.id, sequence: 1, sender: "user", preview, deleted: false };
  server.world.append(conversation, { content: "That is long ago", replyTo });
  await openConversation(conversation);
  await bubble(page, "That is long ago").waitFor();
  const held = hold();
  server.bend.holdPages = held.until;
  await page.clock.install();
  await page.getByRole("button", { name: /The very first$/u }).click();
  await page.clock.fastForward(10_000);
  held.release();
  await bubble(page, "message number 1").waitFor();
  await expect.poll(() => inSight(bubble(page, "message number 1"))).toBe(true);
});

function inSight(message: Locator): Promise<boolean> {
  return message.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
}
