import type { Page, Route } from "playwright-core";
import { expect, test } from "vitest";
import { hold, useStage } from "./console.ts";

const stage = useStage();

const lose = (route: Route): Promise<void> => route.abort("internetdisconnected");

/// Keeps a part from coming until the result is called.
async function withhold(page: Page, name: string): Promise<() => Promise<void>> {
  const files = `**/assets/${name}-*`;
  await page.route(files, lose);
  return async () => {
    // What is loaded in the background has been tried by then.
    await page.waitForLoadState("networkidle");
    await page.unroute(files, lose);
  };
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
  /// The button that opens it; the key where it has none.
  readonly button?: string;
  readonly there: string;
  readonly width?: number;
}

const opened: readonly Opened[] = [
  { name: "Palette", there: "[role=combobox].palette-input" },
  { name: "AccountMenu", button: ".account-button", there: ".account-menu" },
  { name: "FilterMenu", button: ".filter-button", there: ".filter-select" },
  { name: "EmojiPicker", button: "[aria-label=Emojis]", there: ".emoji-picker" },
  { name: "MessageMenu", button: ".message-actions", there: ".message-choice" },
  { name: "BlockDialog", button: ".visitor-group > button", there: "[role=dialog]" },
  {
    name: "VisitorDrawer",
    button: "[aria-label='Show visitor’s data']",
    there: ".mantine-Drawer-content",
    width: 800,
  },
];

test.each(opened)(
  "$name leaves a word, the desk and the focus when it does not come, and comes the next time",
  async ({ name, button, there, width = 1280 }) => {
    const { page, openConversation, server, faults } = stage();
    const giveBack = await withhold(page, name);
    await page.setViewportSize({ width, height: 800 });
    await openConversation(server.world.open({ name: "Grace" }, "Hi"));
    await page.getByRole("textbox", { name: "Reply to" }).fill("I will look");
    const from = page.locator(button ?? ".composer-input").first();
    const open = (): Promise<void> => from.press(button === undefined ? "Control+k" : "Enter");
    await open();
    await page.locator(".notice", { hasText: "This part could not be shown" }).waitFor();
    await from.and(page.locator(":focus")).waitFor();
    await giveBack();
    await open();
    await page.locator(there).first().waitFor();
    expect(await page.locator(".composer-input").inputValue()).toBe("I will look");
    faults.splice(0);
  },
);

test("a menu that does not come gives the focus back though something has come to the thread meanwhile", async () => {
  const { page, openConversation, server, faults } = stage();
  const held = hold();
  await page.route("**/assets/MessageMenu-*", async (route) => {
    await held.until;
    await lose(route);
  });
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await openConversation(conversation);
  const button = page.locator(".message-actions").first();
  await button.press("Enter");
  server.write(conversation, "Are you there?");
  await page.locator(".bubble", { hasText: "Are you there?" }).waitFor();
  held.release();
  await page.locator(".notice", { hasText: "This part could not be shown" }).waitFor();
  await button.and(page.locator(":focus")).waitFor();
  expect(faults.splice(0)).not.toEqual([]);
});

test("a timeline that does not come leaves the conversation, and can be asked for again", async () => {
  const { page, openConversation, server, faults } = stage();
  const giveBack = await withhold(page, "VisitorHistory");
  await openConversation(server.world.open({ name: "Grace" }, "Hi"));
  const panel = page.locator("aside.visitor");
  await panel.getByText("This part could not be shown").waitFor();
  await page.getByRole("textbox", { name: "Reply to" }).fill("I will look");
  await giveBack();
  await panel.getByRole("button", { name: "Try again" }).press("Enter");
  await panel.getByText("Timeline").waitFor();
  await panel.locator(":focus").waitFor();
  expect(await page.locator(".composer-input").inputValue()).toBe("I will look");
  faults.splice(0);
});

test("a search that could not be shown is tried anew with other words", async () => {
  const { page, openConversation, server, faults } = stage();
  const giveBack = await withhold(page, "SearchResults");
  await openConversation(server.world.open({ name: "Grace" }, "Hi"));
  const box = page.locator(".search-input");
  await box.fill("nobody");
  await page.locator(".inbox").getByText("This part could not be shown").waitFor();
  await giveBack();
  await box.fill("nobody here");
  await page.locator(".inbox .empty-title", { hasText: "Nothing found" }).waitFor();
  expect(await box.inputValue()).toBe("nobody here");
  faults.splice(0);
});
