import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";

import { twoDesks } from "../harness/desks.ts";
import { useFixture } from "../harness/fixture.ts";

const fixture = useFixture();

async function reply(desk: Page, words: string): Promise<void> {
  const box = desk.getByRole("textbox", { name: /^Reply to/u });
  await box.fill(words);
  await box.press("Enter");
  await desk.locator(".bubble", { hasText: words }).waitFor();
}

/** Opens the menu of the message with these words by keyboard alone, and picks. */
async function pick(desk: Page, words: string, choice: string): Promise<void> {
  const actions = messageOf(desk, words).getByRole("button", { name: "Actions for this message" });
  await actions.focus();
  await actions.press("Enter");
  const item = desk.getByRole("menuitem", { name: choice });
  await item.focus();
  await item.press("Enter");
}

function messageOf(desk: Page, words: string): Locator {
  return desk.locator("article.message", { hasText: words });
}

test("an edited message reads the same to both agents and the visitor, who is told once", async () => {
  const { visitor, desks } = await twoDesks(fixture(), "When do you open?");
  const [ada, grace] = desks;
  await reply(ada, "We opne at nine");
  const bubble = visitor.dialog.locator(".row.agent .bubble");
  await bubble.getByText("We opne at nine").waitFor();

  await pick(ada, "We opne at nine", "Edit");
  const box = ada.getByRole("textbox", { name: /^Reply to/u });
  await expect.poll(() => box.inputValue()).toBe("We opne at nine");
  await box.press("Escape");
  expect(await box.inputValue()).toBe("");
  await pick(ada, "We opne at nine", "Edit");
  await box.fill("We open at nine");
  await box.press("Enter");

  await messageOf(grace, "We open at nine")
    .getByText(/^edited/u)
    .waitFor();
  await messageOf(ada, "We open at nine")
    .getByText(/^edited/u)
    .waitFor();
  await bubble.getByText("We open at nine").waitFor();
  await bubble.getByText("edited").waitFor();
  expect(await bubble.count()).toBe(1);
  expect(await visitor.calls("onMessageReceived")).toHaveLength(1);

  await visitor.page.reload();
  await visitor.open();
  await bubble.getByText("We open at nine").waitFor();
  expect(await visitor.calls("onMessageReceived")).toEqual([]);
});

test("a deleted message is gone for everybody, also for who was away", async () => {
  const { visitor, desks } = await twoDesks(fixture(), "What is the code?");
  const [ada, grace] = desks;
  await reply(ada, "The code is 4711");
  const bubble = visitor.dialog.locator(".row.agent .bubble");
  await bubble.getByText("The code is 4711").waitFor();
  const context = visitor.page.context();
  await context.setOffline(true);

  await pick(ada, "The code is 4711", "Delete");
  await ada.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  for (const desk of desks) {
    await desk.locator(".bubble.is-gone", { hasText: "Message deleted" }).waitFor();
  }
  expect(await grace.getByText("The code is 4711").count()).toBe(0);

  await context.setOffline(false);
  await bubble.getByText("This message was deleted").waitFor();
  expect(await visitor.dialog.getByText("The code is 4711").count()).toBe(0);
  await grace.reload();
  await grace.locator(".bubble.is-gone").waitFor();
  expect(await visitor.calls("onMessageReceived")).toHaveLength(1);
});

test("what is refused is shown as it was, with the reason", async () => {
  const { desks } = await twoDesks(fixture(), "Is this final?");
  const [ada] = desks;
  await reply(ada, "It is finla");
  await ada.route("**/v1/conversations/*/messages/*", (route) =>
    route.fulfill({
      status: 409,
      contentType: "application/problem+json",
      body: JSON.stringify({ code: "SEND_ERROR", reason: "CHANGE_TOO_LATE", retryable: false }),
    }),
  );
  await pick(ada, "It is finla", "Edit");
  const box = ada.getByRole("textbox", { name: /^Reply to/u });
  await box.fill("It is final");
  await box.press("Enter");
  await ada.getByText("The time for changing this message is over. It stays as it was.").waitFor();
  await messageOf(ada, "It is finla").waitFor();
  expect(
    await messageOf(ada, "It is finla")
      .getByText(/^edited/u)
      .count(),
  ).toBe(0);
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
    await quote.click();
    await desk.locator('article[data-found="true"]', { hasText: "Do you ship to Peru?" }).waitFor();
  }
  const shown = visitor.dialog.getByRole("button", { name: "Answer to You: Do you ship to Peru?" });
  await shown.click();
  await expect
    .poll(() => visitor.dialog.locator(".row:focus").textContent())
    .toContain("Do you ship to Peru?");
  await grace.keyboard.press("q");
  await grace.locator(".composer-subject", { hasText: "And to Chile?" }).waitFor();
});
