import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { hold, useStage } from "./console.ts";

const stage = useStage();

/// Opens the palette by its keys, chooses the first of what fits, and waits until the palette is gone.
async function command(page: Page, typed: string, chosen: RegExp): Promise<void> {
  await page.keyboard.press("Control+k");
  const field = page.locator(".palette-input:focus");
  await field.waitFor();
  await field.fill(typed);
  await page.getByRole("option", { selected: true }).filter({ hasText: chosen }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

test("who leaves the palette writes on where he was", async () => {
  const { page, openConversation, server } = stage();
  await openConversation(server.world.open({ name: "Grace" }, "Hi"));
  const box = page.getByRole("textbox", { name: /^Reply to/u });
  await box.fill("My answer");
  await page.keyboard.press("Control+k");
  await page.locator(".palette-input:focus").waitFor();
  await page.keyboard.press("Escape");
  await box.and(page.locator(":focus")).waitFor();
  await page.keyboard.type(", and more");
  expect(await box.inputValue()).toBe("My answer, and more");
});

test("what a command of the palette gives the focus to keeps it, and another command gives it back", async () => {
  const { page, openConversation, server } = stage();
  await openConversation(server.world.open({ name: "Grace" }, "Hi"));
  const row = page.getByRole("link", { name: /^Grace/u });
  await row.focus();
  await command(page, "write a reply", /^Write a reply/u);
  const box = page.getByRole("textbox", { name: /^Reply to/u });
  await box.and(page.locator(":focus")).waitFor();
  await command(page, "appearance dark", /^Appearance: Dark/u);
  await box.and(page.locator(":focus")).waitFor();
  await command(page, "search hi", /^Search all messages/u);
  const search = page.locator(".search-input");
  await search.and(page.locator(":focus")).waitFor();
  expect(await search.inputValue()).toBe("search hi");
});

test("what was found for other words is not offered, and for words that go on not to be chosen", async () => {
  const { page, signIn, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "My orchid is blue");
  await signIn();
  await page.keyboard.press("Control+k");
  const field = page.locator(".palette-input:focus");
  const hit = page.getByRole("option", { name: /My orchid is/u });
  await field.fill("orchid");
  await hit.and(page.locator('[aria-disabled="false"]')).waitFor();
  await field.fill("b");
  expect(await hit.count()).toBe(0);
  await field.fill("orchid");
  await hit.and(page.locator('[aria-disabled="false"]')).waitFor();
  const held = hold();
  await page.route(/\/v1\/search\?/u, async (route) => {
    await held.until;
    await route.continue();
  });
  const asked = page.waitForRequest(/q=orchid\+is/u);
  await field.fill("orchid is");
  await asked;
  await hit.and(page.locator('[aria-disabled="true"]')).waitFor();
  await hit.dispatchEvent("click");
  await page.keyboard.press("ArrowUp");
  await page.getByRole("option", { selected: true, name: /^Search all messages for/u }).waitFor();
  expect(page.url()).not.toContain(conversation.id);
  held.release();
  await hit.and(page.locator('[aria-disabled="false"]')).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/#/conversations/${conversation.id}/*`);
});

test("who leaves the list of keys is where he was, also by the palette and the account's menu", async () => {
  const { page, signIn, server } = stage();
  server.world.open({ name: "Grace" }, "Hi");
  await signIn();
  const row = page.getByRole("link", { name: /^Grace/u });
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  const leave = async (): Promise<void> => {
    await help.locator(":focus").waitFor();
    await page.keyboard.press("Escape");
    await help.waitFor({ state: "detached" });
  };
  await row.focus();
  await page.keyboard.press("?");
  await leave();
  await row.and(page.locator(":focus")).waitFor();
  await page.keyboard.press("Control+k");
  await page.locator(".palette-input:focus").fill("keyboard");
  await page.keyboard.press("Enter");
  await leave();
  await row.and(page.locator(":focus")).waitFor();
  await page.locator(".account-button").press("Enter");
  await page.getByRole("button", { name: "Keyboard shortcuts" }).press("Enter");
  await leave();
  expect(await page.locator(".account-button:focus").count()).toBe(1);
});

test("the palette moves a conversation to a team, to another, and out of it", async () => {
  const { page, openConversation, server } = stage();
  server.world.teams = [
    { id: "018f3c5e-4444-7aaa-8bbb-000000000001", name: "Billing" },
    { id: "018f3c5e-4444-7aaa-8bbb-000000000002", name: "Support" },
  ];
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await openConversation(conversation);
  await command(page, "move bill", /^Move to the team Billing$/u);
  await expect.poll(() => conversation.team?.name).toBe("Billing");
  await page.getByRole("button", { name: /Billing/u }).waitFor();
  await command(page, "team", /^Move to the team Support$/u);
  await expect.poll(() => conversation.team?.name).toBe("Support");
  await page.getByRole("button", { name: /Support/u }).waitFor();
  await command(page, "take out", /^Take it out of the team Support$/u);
  await expect.poll(() => conversation.team).toBeUndefined();
});

test("the palette shows a saved view, also from the settings", async () => {
  const { page, goto, signIn, server } = stage();
  server.world.open({ name: "Grace" }, "Hi").tags = ["vip"];
  server.world.open({ name: "Alan" }, "Hello");
  server.world.filters.set("1", { id: "1", name: "Important", view: "all", tag: "vip" });
  await signIn();
  await page.getByRole("link", { name: /^Alan/u }).waitFor();
  await goto("#/settings/notifications");
  await page.locator(".settings-main").waitFor();
  await command(page, "important", /^Saved view: Important$/u);
  await page.getByRole("link", { name: /^Grace/u }).waitFor();
  await page.getByRole("link", { name: /^Alan/u }).waitFor({ state: "detached" });
  expect(await page.locator(".filter-button").getAttribute("data-narrowed")).toBe("true");
});
