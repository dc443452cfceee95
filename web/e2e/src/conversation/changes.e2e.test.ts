import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";

import { twoDesks } from "../harness/desks.ts";
import { useFixture } from "../harness/fixture.ts";
import { markup } from "../security/hostile.ts";

const fixture = useFixture();

function boxOf(desk: Page): Locator {
  return desk.getByRole("textbox", { name: /^Reply to/u });
}

async function reply(desk: Page, words: string): Promise<void> {
  await boxOf(desk).fill(words);
  await boxOf(desk).press("Enter");
  // Changed it can be once it is stored.
  await messageOf(desk, words).getByRole("button", { name: "Actions for this message" }).waitFor();
}

function messageOf(desk: Page, words: string): Locator {
  return desk.locator("article.message", { hasText: words });
}

/** Opens the menu of the message with these words by keyboard alone. */
async function menuOf(desk: Page, words: string): Promise<Locator> {
  const actions = messageOf(desk, words).getByRole("button", { name: "Actions for this message" });
  await actions.focus();
  await actions.press("Enter");
  const menu = desk.getByRole("dialog", { name: "Actions for this message" });
  await menu.getByRole("button", { name: "Copy text" }).waitFor();
  return menu;
}

/** A menu goes a moment after the key. */
async function leave(menu: Locator): Promise<void> {
  await menu.page().keyboard.press("Escape");
  await menu.waitFor({ state: "detached" });
}

async function pick(desk: Page, words: string, choice: string): Promise<void> {
  const item = (await menuOf(desk, words)).getByRole("button", { name: choice });
  await item.focus();
  await item.press("Enter");
}

async function edit(desk: Page, from: string, to: string): Promise<void> {
  await pick(desk, from, "Edit");
  await expect.poll(() => boxOf(desk).inputValue()).toBe(from);
  await boxOf(desk).fill(to);
  await boxOf(desk).press("Enter");
}

async function remove(desk: Page, words: string): Promise<void> {
  await pick(desk, words, "Delete");
  await desk
    .getByRole("dialog", { name: "Delete this message?" })
    .getByRole("button", { name: "Delete" })
    .click();
}

function editedMark(message: Locator): Locator {
  return message.getByText(/^edited/u);
}

/** Asks the server as the console of this page would. */
async function ask(desk: Page, method: string, path: string, body: object): Promise<number> {
  return desk.evaluate(
    async (wish) => {
      const headers = { "content-type": "application/json", "x-chask-console": "1" };
      const answer = await fetch(wish.path, { method: wish.method, headers, body: wish.body });
      return answer.status;
    },
    { method, path, body: JSON.stringify(body) },
  );
}

test("an edited message reads the same to both agents and the visitor, who is told once", async () => {
  const { visitor, desks } = await twoDesks(fixture(), "When do you open?");
  const [ada, grace] = desks;
  await reply(ada, "We opne at nine");
  const bubble = visitor.dialog.locator(".row.agent .bubble");
  await bubble.getByText("We opne at nine").waitFor();

  await pick(ada, "We opne at nine", "Edit");
  await expect.poll(() => boxOf(ada).inputValue()).toBe("We opne at nine");
  await boxOf(ada).press("Escape");
  expect(await boxOf(ada).inputValue()).toBe("");
  await edit(ada, "We opne at nine", "We open at nine");

  await editedMark(messageOf(grace, "We open at nine")).waitFor();
  await editedMark(messageOf(ada, "We open at nine")).waitFor();
  await bubble.getByText("We open at nine").waitFor();
  await bubble.getByText("edited").waitFor();
  expect(await bubble.count()).toBe(1);
  await visitor.called("onMessageReceived");
  expect(await visitor.calls("onMessageReceived")).toHaveLength(1);

  await visitor.page.reload();
  await visitor.open();
  await bubble.getByText("We open at nine").waitFor();
  await bubble.getByText("edited").waitFor();
  expect(await visitor.calls("onMessageReceived")).toEqual([]);
});

test("whoever was away learns of edits and deletions once, and sees nothing of what is gone", async () => {
  const { visitor, desks } = await twoDesks(fixture(), "What is the code?");
  const [ada, grace] = desks;
  await reply(ada, "The code is 4711");
  await reply(ada, "Call us til six");
  const { dialog } = visitor;
  const said = dialog.locator(".row.agent .bubble");
  await said.getByText("Call us til six").waitFor();
  await visitor.called("onMessageReceived", 2);
  const context = visitor.page.context();
  await context.setOffline(true);

  await remove(ada, "The code is 4711");
  await edit(ada, "Call us til six", "Call us till six");
  for (const desk of desks) {
    await desk.locator(".bubble.is-gone", { hasText: "Message deleted" }).waitFor();
    await editedMark(messageOf(desk, "Call us till six")).waitFor();
  }
  await expect.poll(() => grace.getByText("The code is 4711").count()).toBe(0);

  await context.setOffline(false);
  await said.getByText("This message was deleted").waitFor();
  await said.getByText("Call us till six").waitFor();
  expect(await said.count()).toBe(2);
  expect(await dialog.getByText("The code is 4711").count()).toBe(0);
  expect(await visitor.calls("onMessageReceived")).toHaveLength(2);
  await grace.reload();
  await grace.locator(".bubble.is-gone").waitFor();
  await editedMark(messageOf(grace, "Call us till six")).waitFor();
});

test("what the rules refuse is shown as it was, with what to do instead", async () => {
  const { desks } = await twoDesks(fixture(), "Is this final?");
  const [ada, grace] = desks;
  await reply(ada, "It is finla");
  await messageOf(grace, "It is finla").waitFor();
  await reply(grace, "Grace says so tooo");
  // What the rules allow her is known from here on.
  const hers = await menuOf(grace, "Grace says so tooo");
  await hers.getByRole("button", { name: "Edit" }).waitFor();
  await leave(hers);
  const foreign = await menuOf(grace, "It is finla");
  expect(await foreign.getByRole("button", { name: "Edit" }).count()).toBe(0);
  expect(await foreign.getByRole("button", { name: "Delete" }).count()).toBe(0);
  await leave(foreign);
  await pick(grace, "Grace says so tooo", "Edit");

  // Switched off while she writes: her menu has offered it already.
  expect(await ask(ada, "PUT", "/v1/settings/messages", { changeMinutes: 0 })).toBe(200);
  await boxOf(grace).fill("Grace says so too");
  await boxOf(grace).press("Enter");
  await grace.getByText("This message can no longer be changed and stays as it was.").waitFor();
  const kept = messageOf(grace, "Grace says so tooo");
  await kept.waitFor();
  expect(await editedMark(kept).count()).toBe(0);

  await ada.reload();
  const own = await menuOf(ada, "It is finla");
  await own.getByRole("button", { name: "Delete" }).waitFor();
  expect(await own.getByRole("button", { name: "Edit" }).count()).toBe(0);
  await leave(own);
  // Who runs the team can take away what anyone of it wrote, at any time.
  await remove(ada, "Grace says so tooo");
  await grace.locator(".bubble.is-gone").waitFor();
});

test("an edit without a network is shown as not done, and kept to be tried again", async () => {
  const { visitor, desks } = await twoDesks(fixture(), "How long does it take?");
  const [ada] = desks;
  await reply(ada, "Two dyas");
  const context = ada.context();
  await pick(ada, "Two dyas", "Edit");
  await expect.poll(() => boxOf(ada).inputValue()).toBe("Two dyas");
  await context.setOffline(true);
  await boxOf(ada).fill("Two days");
  await boxOf(ada).press("Enter");
  await ada.getByText(/^The message was not changed/u).waitFor();
  await messageOf(ada, "Two dyas").waitFor();
  await expect.poll(() => boxOf(ada).inputValue()).toBe("Two days");
  await context.setOffline(false);
  await ada.locator(".banner").waitFor({ state: "detached" });
  await boxOf(ada).press("Enter");
  await editedMark(messageOf(ada, "Two days")).waitFor();
  await visitor.dialog.locator(".row.agent .bubble", { hasText: "Two days" }).waitFor();
});

test("a quoted reply shows what it answers, in the console and the widget, and leads there", async () => {
  const { visitor, desks } = await twoDesks(fixture(), "Do you ship to Peru?");
  const [ada, grace] = desks;
  await visitor.send("And to Chile?");
  await messageOf(ada, "And to Chile?").waitFor();
  await pick(ada, "Do you ship to Peru?", "Reply to this");
  await ada.locator(".composer-subject", { hasText: "Do you ship to Peru?" }).waitFor();
  await reply(ada, "Yes, we do");

  for (const desk of desks) {
    const quote = messageOf(desk, "Yes, we do").getByRole("button", { name: /Do you ship to Peru/u });
    const found = desk.locator('article[data-found="true"]', { hasText: "Do you ship to Peru?" });
    // It is marked for some seconds only.
    await Promise.all([found.waitFor(), quote.click()]);
  }
  const shown = visitor.dialog.getByRole("button", { name: "Answer to You: Do you ship to Peru?" });
  await shown.click();
  await expect
    .poll(() => visitor.dialog.locator(".row:focus").textContent())
    .toContain("Do you ship to Peru?");
  await grace.keyboard.press("q");
  await grace.locator(".composer-subject", { hasText: "And to Chile?" }).waitFor();
});

test("text that would run is text in an edit and in a quote, on every side", async () => {
  const { visitor, desks } = await twoDesks(fixture(), "Plain words");
  const [ada, grace] = desks;
  const pages = [ada, grace, visitor.page];
  for (const page of pages) {
    await page.evaluate("globalThis.traces = []; globalThis.taken = () => traces.push('ran');");
  }
  await visitor.send(markup.join(" "));
  await messageOf(ada, "onerror").waitFor();
  await pick(ada, "onerror", "Reply to this");
  await ada.locator(".composer-subject", { hasText: "onerror" }).waitFor();
  await reply(ada, "Harmless");
  const hostile = markup.toReversed().join(" ");
  await edit(ada, "Harmless", hostile);
  for (const desk of desks) {
    await desk.locator('.message[data-sender="agent"] .message-text', { hasText: hostile }).waitFor();
    await desk.locator(".quote", { hasText: "onerror" }).waitFor();
  }
  await visitor.dialog.locator(".row.agent .bubble", { hasText: hostile }).waitFor();
  await visitor.dialog.locator(".row.agent .quote", { hasText: "onerror" }).waitFor();
  for (const page of pages) {
    expect(await page.evaluate("globalThis.traces")).toEqual([]);
    expect(await page.locator("[onerror], [onload], img[src='x']").count()).toBe(0);
  }
});

test("a menu that is opened for the first time without a network opens, and the quote outlives a reload", async () => {
  const { visitor, desks } = await twoDesks(fixture(), "Do you repair boots?");
  const [ada] = desks;
  // Parts are loaded one after the other, the menu and what answers a message before this one.
  await ada.waitForFunction(() =>
    performance.getEntriesByType("resource").some(({ name }) => name.includes("/BlockDialog-")),
  );
  await ada.context().setOffline(true);
  await pick(ada, "Do you repair boots?", "Reply to this");
  await boxOf(ada).fill("We do");
  await ada.context().setOffline(false);
  await ada.locator(".banner").waitFor({ state: "detached" });

  await ada.reload();
  await expect.poll(() => boxOf(ada).inputValue()).toBe("We do");
  await boxOf(ada).press("Enter");
  await visitor.dialog.locator(".row.agent .quote", { hasText: "Do you repair boots?" }).waitFor();
});
