import type { Page, Route } from "playwright-core";
import { expect, test } from "vitest";
import { hold, useStage } from "./console.ts";

const stage = useStage();

function noteBox(page: Page): ReturnType<Page["getByRole"]> {
  return page.getByRole("textbox", { name: "Note for your colleagues" });
}

function replyBox(page: Page): ReturnType<Page["getByRole"]> {
  return page.getByRole("textbox", { name: /^Reply to/ });
}

/// Stands between the page and the server where a note is written.
async function onNote(page: Page, run: (route: Route) => Promise<void>): Promise<void> {
  await page.route("**/notes", (route) =>
    route.request().method() === "POST" ? run(route) : route.continue(),
  );
}

/// What a plain http address takes from the browser.
const insecure = `
  Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined });
  Object.defineProperty(Crypto.prototype, "randomUUID", { value: undefined });
`;

test("a note whose answer is lost is stored once by the retry, and what was typed meanwhile stays", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await openConversation(conversation);
  await page.keyboard.press("n");
  await noteBox(page).fill("The till is in the cellar");
  await onNote(page, async (route) => {
    await route.fetch();
    await route.abort();
  });
  await noteBox(page).press("Enter");
  await page.locator(".notice").waitFor();
  expect(await noteBox(page).inputValue()).toBe("The till is in the cellar");
  const held = hold();
  await page.unroute("**/notes");
  await onNote(page, async (route) => {
    await held.until;
    await route.continue();
  });
  await noteBox(page).press("Enter");
  await noteBox(page).press("Shift+Enter");
  await noteBox(page).pressSequentially("and the key is here");
  held.release();
  await expect.poll(() => noteBox(page).inputValue()).toBe("and the key is here");
  await page.locator(".note", { hasText: "The till is in the cellar" }).waitFor();
  expect(conversation.notes).toHaveLength(1);
});

test("on plain http notes, canned replies and the copied text do what they do elsewhere", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await page.addInitScript(insecure);
  await openConversation(conversation);
  await page.locator(".message").hover();
  await page.getByRole("button", { name: "Actions for this message" }).click();
  await page.getByRole("button", { name: "Copy text" }).click();
  await page.getByText("Text copied").waitFor();
  await page.evaluate("document.execCommand = () => false");
  await page.getByRole("button", { name: "Actions for this message" }).click();
  await page.getByRole("button", { name: "Copy text" }).click();
  await page.getByText("The text could not be copied").waitFor();
  await page.locator(".thread").click();
  await page.keyboard.press("n");
  await noteBox(page).fill("Stored");
  await noteBox(page).press("Enter");
  await page.locator(".note", { hasText: "Stored" }).waitFor();
  await page.evaluate("location.hash = '#/settings/replies'");
  await page.getByRole("button", { name: "New reply" }).click();
  await page.getByRole("dialog").waitFor();
  expect(conversation.notes).toHaveLength(1);
});

test("a note goes on as a note after another conversation, and stands in the list as a draft", async () => {
  const { page, openConversation, server } = stage();
  const other = server.world.open({ name: "Alan" }, "Hello");
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await openConversation(conversation);
  await page.keyboard.press("n");
  await noteBox(page).fill("He owes us money");
  await page.getByRole("link", { name: /Alan/ }).click();
  await page.getByRole("textbox", { name: "Reply to Alan" }).waitFor();
  await page.getByRole("link", { name: /Grace.*Draft.*He owes us money/ }).click();
  await noteBox(page).waitFor();
  expect(await noteBox(page).inputValue()).toBe("He owes us money");
  expect(await replyBox(page).count()).toBe(0);
  expect(other.messages).toHaveLength(1);
});

test("to answer by a quote or to edit leaves the note for the visitor's box", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await openConversation(conversation);
  await page.keyboard.press("n");
  await noteBox(page).fill("Private");
  await page.locator(".message").hover();
  await page.getByRole("button", { name: "Actions for this message" }).click();
  await page.getByRole("button", { name: "Reply to this" }).click();
  await replyBox(page).and(page.locator(":focus")).waitFor();
  expect(await replyBox(page).inputValue()).toBe("");
  await page.getByText("Note", { exact: true }).click();
  expect(await noteBox(page).inputValue()).toBe("Private");
});

test("signing out takes the drafts from the browser", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await openConversation(conversation);
  await replyBox(page).fill("Unsent words");
  expect(await page.evaluate("JSON.stringify(localStorage)")).toContain("Unsent words");
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Sign in" }).waitFor();
  expect(await page.evaluate("JSON.stringify(localStorage)")).not.toContain("Unsent words");
});
