import type { Page, Route } from "playwright-core";
import { expect, test } from "vitest";
import { useStage } from "./console.ts";

const stage = useStage();

const lose = (route: Route): Promise<void> => route.abort("internetdisconnected");

/// Keeps a part from coming until the result is called.
async function withhold(page: Page, name: string): Promise<() => Promise<void>> {
  const files = `**/assets/${name}-*`;
  await page.route(files, lose);
  return () => page.unroute(files, lose);
}

function isStyled(): boolean {
  const links = document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]");
  return [...links].every(({ sheet }) => sheet !== null);
}

test("what may be opened has come before there is no network", async () => {
  const { page, signIn, goto, faults } = stage();
  const last = page.waitForResponse(/\/assets\/Audit-[^/]*\.js$/);
  await signIn();
  await last;
  await withhold(page, "*");
  await goto("#/reports");
  await page.locator(".report-card").first().waitFor();
  await goto("#/settings/audit");
  await page.locator(".audit-table").waitFor();
  expect(faults).toEqual([]);
});

test.each([
  { name: "Reports", hash: "#/reports", there: ".report-cards" },
  { name: "Settings", hash: "#/settings/audit", there: ".audit-table" },
  { name: "TeamPage", hash: "#/settings/team", there: ".team-table" },
])("$name can be asked for again when it did not come, with its style", async ({ name, hash, there }) => {
  const { page, signIn, goto, faults } = stage();
  const giveBack = await withhold(page, name);
  await signIn();
  await goto(hash);
  await page.getByText("This part could not be shown").waitFor();
  await giveBack();
  await page.getByRole("button", { name: "Try again" }).click();
  await page.locator(there).waitFor();
  await page.waitForFunction(isStyled);
  expect(faults.splice(0)).not.toEqual([]);
});

interface Opened {
  readonly name: string;
  readonly open: (page: Page) => Promise<void>;
  readonly there: string;
  readonly width?: number;
}

const click = (page: Page, name: string): Promise<void> => page.getByRole("button", { name }).click();

const opened: readonly Opened[] = [
  {
    name: "Palette",
    open: (page) => page.keyboard.press("Control+k"),
    there: "[role=combobox].palette-input",
  },
  { name: "AccountMenu", open: (page) => page.locator(".account-button").click(), there: ".account-menu" },
  { name: "FilterMenu", open: (page) => click(page, "More views and filters"), there: ".filter-select" },
  { name: "EmojiPicker", open: (page) => click(page, "Emojis"), there: ".emoji-picker" },
  {
    name: "MessageMenu",
    open: async (page) => {
      await page.locator(".message", { hasText: "Hi" }).hover();
      await page.locator(".message-actions").first().click();
    },
    there: ".message-choice",
  },
  { name: "BlockDialog", open: (page) => click(page, "Block visitor"), there: "[role=dialog]" },
  {
    name: "VisitorDrawer",
    width: 800,
    open: (page) => click(page, "Show visitor's data"),
    there: ".mantine-Drawer-content",
  },
];

test.each(opened)(
  "$name leaves a word and the desk when it does not come, and comes the next time",
  async ({ name, open, there, width = 1280 }) => {
    const { page, openConversation, server, faults } = stage();
    const giveBack = await withhold(page, name);
    await page.setViewportSize({ width, height: 800 });
    await openConversation(server.world.open({ name: "Grace" }, "Hi"));
    await page.getByRole("textbox", { name: "Reply to" }).fill("I will look");
    await open(page);
    await page.locator(".notice").waitFor();
    await giveBack();
    await open(page);
    await page.locator(there).first().waitFor();
    expect(await page.locator(".composer-input").inputValue()).toBe("I will look");
    faults.splice(0);
  },
);

test("a timeline that does not come leaves the conversation, and can be asked for again", async () => {
  const { page, openConversation, server, faults } = stage();
  const giveBack = await withhold(page, "VisitorHistory");
  await openConversation(server.world.open({ name: "Grace" }, "Hi"));
  const panel = page.locator("aside.visitor");
  await panel.getByText("This part could not be shown").waitFor();
  await page.getByRole("textbox", { name: "Reply to" }).fill("I will look");
  await giveBack();
  await panel.getByRole("button", { name: "Try again" }).click();
  await panel.getByText("Timeline").waitFor();
  expect(await page.locator(".composer-input").inputValue()).toBe("I will look");
  faults.splice(0);
});
