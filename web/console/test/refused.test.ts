import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { hold, useStage, type Stage } from "./console.ts";
import { agent } from "./standin/world.ts";

const stage = useStage();

function replyBox(page: Page): ReturnType<Page["getByRole"]> {
  return page.getByRole("textbox", { name: /^Reply to/ });
}

/// An own message that is being edited, whose change will be refused with this reason when the test says so.
async function editing(reason: string, answered: Promise<void>): Promise<Stage> {
  const now = stage();
  const { page, server } = now;
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  const author = { id: agent.id, name: agent.name, kind: "human" } as const;
  server.world.append(conversation, { content: "We open at nine", author });
  await page.route("**/v1/settings/messages", (route) => route.fulfill({ json: { changeMinutes: 15 } }));
  await page.route("**/messages/*", async (route) => {
    await answered;
    const json = { code: "SEND_ERROR", reason, message: "refused", retryable: false };
    await route.fulfill({ status: 409, contentType: "application/problem+json", json });
  });
  await now.openConversation(conversation);
  await replyBox(page).fill("Begun before");
  await page.locator(".message", { hasText: "We open at nine" }).hover();
  await page.getByRole("button", { name: "Actions for this message" }).last().click();
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByText("Editing a message").waitFor();
  return now;
}

test.each(["CHANGE_TOO_LATE", "MESSAGE_DELETED"])(
  "an edit refused by %s stands in the box as a new message, before what was begun there",
  async (reason) => {
    const { page } = await editing(reason, Promise.resolve());
    await replyBox(page).fill("We open at ten");
    await page.keyboard.press("Enter");
    await page.locator(".notice").waitFor();
    await expect.poll(() => replyBox(page).inputValue()).toBe("We open at ten\nBegun before");
    expect(await page.getByText("Editing a message").count()).toBe(0);
  },
);

test("a refused edit does not lead whoever writes a note meanwhile into the visitor's box", async () => {
  const answer = hold();
  const { page } = await editing("CHANGE_TOO_LATE", answer.until);
  await replyBox(page).fill("We open at ten");
  await page.keyboard.press("Enter");
  await page.getByText("Note", { exact: true }).click();
  const note = page.getByRole("textbox", { name: "Note for your colleagues" });
  await note.fill("He is late");
  answer.release();
  await page.locator(".notice").waitFor();
  await note.and(page.locator(":focus")).waitFor();
  await page.getByText("Reply", { exact: true }).click();
  expect(await replyBox(page).inputValue()).toBe("We open at ten\nBegun before");
});
