import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";

import { onlyConversation, signIn } from "../harness/agent.ts";
import { signInToConsole } from "../harness/console.ts";
import { useFixture, visit } from "../harness/fixture.ts";
import { createOrganization, type Organization } from "../harness/server.ts";

const fixture = useFixture();

async function deskWithVisitor(
  words: string,
): Promise<{ readonly desk: Page; readonly organization: Organization }> {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const visitor = await visit(fixture(), { organization });
  await visitor.open();
  await visitor.send(words);
  const desk = await signInToConsole(fixture(), organization);
  await desk.getByRole("link", { name: new RegExp(words, "u") }).waitFor();
  return { desk, organization };
}

/** Opens the palette by its keys and chooses the first of what fits. */
async function command(desk: Page, typed: string, chosen: RegExp): Promise<void> {
  await desk.keyboard.press("Control+k");
  const field = desk.getByRole("combobox", { name: "Command palette" });
  await field.and(desk.locator(":focus")).waitFor();
  await desk.keyboard.type(typed);
  const option = desk.getByRole("option", { selected: true });
  await option.filter({ hasText: chosen }).waitFor();
  expect(await field.getAttribute("aria-activedescendant")).toBe(await option.getAttribute("id"));
  await desk.keyboard.press("Enter");
  await field.waitFor({ state: "detached" });
}

test("with the keyboard alone an agent opens, claims, tags, snoozes and resolves, and goes to a page of the settings", async () => {
  const { desk } = await deskWithVisitor("Where is my parcel");
  await desk.keyboard.press("j");
  await desk.locator(".bubble", { hasText: "Where is my parcel" }).waitFor();
  await command(desk, "clai", /^Claim the conversation/u);
  await desk.getByRole("button", { name: /^Assigned to .*you/u }).waitFor();
  await command(desk, "give", /^Give it back/u);
  await desk.getByRole("button", { name: "Claim" }).waitFor();
  await command(desk, "snooze week", /^Snooze: In one week/u);
  await desk
    .getByText(/^Snoozed until/u)
    .first()
    .waitFor();
  await command(desk, "wake", /^Wake now/u);
  await command(desk, "resolve", /^Resolve or reopen/u);
  await desk.locator(".notice", { hasText: /resolved\.(?:Undo|$)/u }).waitFor();
  await command(desk, "block", /^Block the visitor/u);
  const blocked = desk.locator(".notice", { hasText: "is blocked" });
  await blocked.getByRole("button", { name: "Undo" }).click();
  await desk.locator(".notice", { hasText: "can write again" }).waitFor();
  await command(desk, "settings notif", /^Settings: Notifications/u);
  await desk.getByRole("heading", { name: "Quiet hours" }).waitFor();
  // From the settings a view of the list is one step away.
  await command(desk, "view resol", /^View: Resolved/u);
  await desk.getByRole("link", { name: /Where is my parcel/u }).waitFor();
  await desk.keyboard.press("?");
  const help = desk.getByRole("dialog", { name: "Keyboard shortcuts" });
  await help.waitFor();
  expect(await help.getByRole("heading").allInnerTexts()).toContain("In a conversation");
});

test("the palette leads to the reports, and changes presence, language, appearance and the visitor's panel; then out", async () => {
  const { desk } = await deskWithVisitor("Where is my parcel");
  await desk.keyboard.press("j");
  const panel = desk.getByRole("complementary", { name: "Visitor" });
  await panel.waitFor();
  await command(desk, "visitor data", /^Show or hide the visitor/u);
  await panel.waitFor({ state: "detached" });
  await command(desk, "seen away", /^You are seen as: Away/u);
  await desk.getByRole("button", { name: /^Account of .*, Away$/u }).waitFor();
  await command(desk, "appearance dark", /^Appearance: Dark/u);
  await expect.poll(() => desk.locator("html[data-mantine-color-scheme=dark]").count()).toBe(1);
  await command(desk, "reports", /^Reports/u);
  await desk.getByRole("heading", { name: "Reports" }).waitFor();
  await command(desk, "portugu", /^Language: Português/u);
  await desk.getByRole("heading", { name: "Relatórios" }).waitFor();
  await desk.keyboard.press("Control+k");
  await desk.getByRole("combobox").fill("sair");
  await desk.getByRole("option", { name: "Sair", exact: true }).click();
  await desk.getByRole("textbox", { name: "E-mail" }).waitFor();
  expect(await desk.evaluate("document.documentElement.lang")).toBe("pt-BR");
});

test("a search hit leads to its message far up in the thread, and shows it", async () => {
  const { desk, organization } = await deskWithVisitor("The needle lies here");
  const agent = await signIn(fixture().baseUrl, organization);
  const { id } = await onlyConversation(agent);
  // More than two pages of a thread.
  await Promise.all(Array.from({ length: 110 }, (_, number) => agent.reply(id, `Hay ${number}`)));
  const hit = desk.getByRole("option").filter({ hasText: "The needle lies here" });
  await expect
    .poll(async () => {
      // Asked anew each time: the index follows a moment behind.
      await desk.keyboard.press("Escape");
      await desk.keyboard.press("Control+k");
      await desk.getByRole("combobox", { name: "Command palette" }).fill("needle");
      await Promise.all([desk.waitForResponse(/\/v1\/search\?/u), desk.keyboard.type(" lies")]);
      return hit.count();
    })
    .toBeGreaterThan(0);
  await hit.last().click();
  const found = desk.locator("[data-found=true] .bubble", { hasText: "The needle lies here" });
  await found.waitFor();
  await expect.poll(() => found.evaluate(isInSight)).toBe(true);
  await desk.locator(".day", { hasText: "Today" }).first().waitFor();
}, 120_000);

/** Runs in the page. */
function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
}
