import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { useStage, type Stage } from "./console.ts";
import type { StandInConversation } from "./standin/world.ts";

const stage = useStage();

/// A conversation opened by an agent whose replies can be taken back.
async function opened(): Promise<Stage & { readonly conversation: StandInConversation }> {
  const now = stage();
  const conversation = now.server.world.open({ name: "Grace" }, "Hi");
  await now.page.addInitScript("localStorage['chask.console.preferences'] = '{}'");
  await now.page.clock.install();
  await now.openConversation(conversation);
  return { ...now, conversation };
}

/// From now on the page's seconds pass only when the test says so: what can be taken back stays so, and what goes goes at once.
async function stopClock(page: Page): Promise<void> {
  // Farther ahead than the page's clock goes on until it is told.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 10_000);
}

/// Sends a reply, which waits.
async function send(box: Locator, words: string): Promise<void> {
  const page = box.page();
  await box.fill(words);
  await stopClock(page);
  await box.press("Enter");
  await page.locator(".held-line").waitFor();
}

/// What is said next is all that is sent, although the time of what was taken back is over.
async function sentAlone(box: Locator, { messages }: StandInConversation): Promise<void> {
  await box.fill("Better words");
  await box.press("Enter");
  await box.page().clock.runFor(6_000);
  await expect.poll(() => messages.at(-1)?.content).toBe("Better words");
  expect(messages).toHaveLength(2);
}

test("a reply waits in the thread, and Undo brings it back into the box that has the focus", async () => {
  const { page, conversation } = await opened();
  const box = page.getByRole("textbox", { name: /^Reply to/ });
  await send(box, "Wrong words");
  await page.getByText(/^Sending in [1-5] s$/).waitFor();
  expect(await box.inputValue()).toBe("");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.locator(".bubble", { hasText: "Wrong words" }).waitFor({ state: "detached" });
  expect(await box.inputValue()).toBe("Wrong words");
  await box.and(page.locator(":focus")).waitFor();
  await sentAlone(box, conversation);
});

test("Ctrl+Z in the empty box takes a reply back with its files", async () => {
  const { page, conversation } = await opened();
  const box = page.getByRole("textbox", { name: /^Reply to/ });
  await page.locator("input[type=file]").setInputFiles({
    name: "a.json",
    mimeType: "application/json",
    buffer: Buffer.from("{}"),
  });
  await page.locator(".upload[data-state=ready]").waitFor();
  await send(box, "See this");
  await page.locator(".upload").waitFor({ state: "detached" });
  await box.press("Control+z");
  await page.locator(".upload[data-state=ready]").waitFor();
  expect(await box.inputValue()).toBe("See this");
  await sentAlone(box, conversation);
});

test("what was not taken back is sent, also when another conversation or page is looked at", async () => {
  const { page, conversation } = await opened();
  await send(page.getByRole("textbox", { name: /^Reply to/ }), "Right words");
  await page.evaluate("location.hash = '#/settings/account'");
  await page.clock.resume();
  await page.getByRole("switch", { name: "Wait 5 seconds before sending" }).waitFor();
  await expect.poll(() => conversation.messages.at(-1)?.content).toBe("Right words");
});

test("leaving the page and resolving send at once", async () => {
  const { page, conversation, server } = await opened();
  const box = page.getByRole("textbox", { name: /^Reply to/ });
  await send(box, "Before I resolve");
  await page.getByRole("button", { name: "Resolve" }).click();
  await expect.poll(() => conversation.messages.at(-1)?.content).toBe("Before I resolve");
  await send(box, "Before I go");
  await page.goto(`${server.origin}/console/?away`);
  await expect.poll(() => conversation.messages.at(-1)?.content).toBe("Before I go");
});

test("who has switched it off sends at once", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await page.clock.install();
  await openConversation(conversation);
  await page.getByRole("textbox", { name: /^Reply to/ }).fill("Now");
  await stopClock(page);
  await page.keyboard.press("Enter");
  await expect.poll(() => conversation.messages.at(-1)?.content).toBe("Now");
  expect(await page.locator(".held-line").count()).toBe(0);
});

test("a draft stays with its files through a reload, and when somebody else resolves the conversation", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await openConversation(conversation);
  const box = page.getByRole("textbox", { name: /^Reply to/ });
  await page.locator("input[type=file]").setInputFiles({
    name: "a.json",
    mimeType: "application/json",
    buffer: Buffer.from("{}"),
  });
  await page.locator(".upload[data-state=ready]").waitFor();
  await box.fill("See this");
  await page.reload();
  await page.locator(".upload[data-state=ready]").waitFor();
  expect(await box.inputValue()).toBe("See this");
  conversation.status = "resolved";
  server.world.changed(conversation);
  await page.getByText("This conversation is resolved. A reply still reaches the visitor.").waitFor();
  expect(await box.inputValue()).toBe("See this");
  await box.press("Enter");
  await expect.poll(() => conversation.messages.at(-1)?.attachments.length).toBe(1);
});

test("who goes on while a reply waits can still take it back, and stands before it in its box", async () => {
  const { page, conversation, server } = await opened();
  server.world.changed(server.world.open({ name: "Alan" }, "Hello"));
  const box = page.getByRole("textbox", { name: "Reply to Grace" });
  await page.getByRole("link", { name: /Alan/ }).waitFor();
  await send(box, "Wrong words");
  await box.press("Escape");
  await page.keyboard.press("k");
  await page.getByRole("textbox", { name: "Reply to Alan" }).waitFor();
  await page.getByText("Your reply to Grace is about to be sent.").waitFor();
  await page.keyboard.press("F8");
  await page.keyboard.press("Enter");
  await box.and(page.locator(":focus")).waitFor();
  expect(await box.inputValue()).toBe("Wrong words");
  await sentAlone(box, conversation);
});

test("a reply taken back from elsewhere comes into its box although a note was begun there", async () => {
  const { page, conversation } = await opened();
  const box = page.getByRole("textbox", { name: "Reply to Grace" });
  await send(box, "Wrong words");
  await page.getByText("Note", { exact: true }).click();
  await page.evaluate("location.hash = '#/settings/account'");
  await page.getByRole("button", { name: "Undo" }).click();
  await box.and(page.locator(":focus")).waitFor();
  expect(await box.inputValue()).toBe("Wrong words");
  await sentAlone(box, conversation);
});

test("what offers to take a reply back goes with the reply, and gives the focus back", async () => {
  const { page, conversation, server } = await opened();
  server.world.changed(server.world.open({ name: "Alan" }, "Hello"));
  await page.getByRole("link", { name: /Alan/ }).waitFor();
  await send(page.getByRole("textbox", { name: "Reply to Grace" }), "Right words");
  await page.getByRole("link", { name: /Alan/ }).click();
  const other = page.getByRole("textbox", { name: "Reply to Alan" });
  await other.focus();
  await page.keyboard.press("F8");
  await page.getByRole("button", { name: "Undo" }).and(page.locator(":focus")).waitFor();
  await page.clock.runFor(5_000);
  await expect.poll(() => conversation.messages.at(-1)?.content).toBe("Right words");
  await page.locator(".notice").waitFor({ state: "detached" });
  await other.and(page.locator(":focus")).waitFor();
});
