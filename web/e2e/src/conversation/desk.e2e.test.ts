import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";

import { signInToConsole } from "../harness/console.ts";
import { second, twoDesks } from "../harness/desks.ts";
import { useFixture, visit } from "../harness/fixture.ts";
import { createOrganization } from "../harness/server.ts";

const fixture = useFixture();

test("of two agents who claim at once one has the conversation, and both consoles say who", async () => {
  const { desks } = await twoDesks(fixture(), "Who takes this?");
  // Neither wish is granted before both are on their way: whoever sees it granted has nothing to click any more.
  const both = Promise.all(desks.map((desk) => desk.waitForRequest("**/assignee")));
  await Promise.all(
    desks.map((desk) =>
      desk.route("**/assignee", async (route) => {
        await both;
        await route.continue();
      }),
    ),
  );
  await Promise.all([both, ...desks.map((desk) => desk.getByRole("button", { name: "Claim" }).click())]);
  await Promise.all(desks.map((desk) => desk.getByRole("button", { name: /^Assigned to/u }).waitFor()));
  await expect.poll(async () => new Set(await Promise.all(desks.map(holder))).size).toBe(1);
});

test("who claims a moment too late is told who was quicker, and sees it", async () => {
  const {
    desks: [ada, grace],
  } = await twoDesks(fixture(), "Only one may");
  const granted = ada.waitForResponse((answer) => answer.url().endsWith("/assignee") && answer.ok());
  // Her wish is on its way while the other one is granted.
  await grace.route("**/assignee", async (route) => {
    await granted;
    await route.continue();
  });
  await grace.getByRole("button", { name: "Claim" }).click();
  await ada.getByRole("button", { name: "Claim" }).click();
  const notice = grace.locator(".notice", { hasText: /was quicker and has this conversation/u });
  // It goes away by itself.
  const told = await notice.innerText();
  await expect.poll(async () => (await holder(grace)) === (await holder(ada))).toBe(true);
  expect(told).toContain(String(await holder(ada)).replace("Assigned to ", ""));
});

/** Who has the conversation, as the desk says. */
async function holder(desk: Page): Promise<string | undefined> {
  const label = await desk.getByRole("button", { name: /^Assigned to/u }).getAttribute("title");
  return label?.replace(" (you)", "");
}

test("a transfer is seen live by the agent who gets the conversation", async () => {
  const {
    desks: [ada, grace],
  } = await twoDesks(fixture(), "Please give this on");
  await grace.locator(".view", { hasText: "Mine" }).click();
  await grace.getByText("Nothing is yours at the moment").waitFor();
  await ada.getByRole("button", { name: "Claim" }).click();
  await ada.getByRole("button", { name: /^Assigned to/u }).click();
  await ada.getByRole("button", { name: second.name }).click();
  await grace.getByRole("link", { name: /Please give this on/u }).waitFor();
  expect(await grace.locator(".view", { hasText: "Mine" }).innerText()).toContain("Mine");
});

test("a note is seen by the colleague and never by the visitor", async () => {
  const {
    visitor,
    desks: [ada, grace],
  } = await twoDesks(fixture(), "Is this secret?");
  await ada.locator(".thread").click();
  await ada.keyboard.press("n");
  const note = ada.getByRole("textbox", { name: "Note for your colleagues" });
  // The key has led into the box: what is typed next is no shortcut.
  await note.and(ada.locator(":focus")).waitFor();
  await ada.keyboard.type("The till is in the cellar");
  await ada.keyboard.press("Enter");
  await grace.locator(".note", { hasText: "The till is in the cellar" }).waitFor();
  await ada.getByText("Reply", { exact: true }).click();
  await ada.getByRole("textbox", { name: /^Reply to/u }).fill("No.");
  await ada.keyboard.press("Enter");
  await visitor.dialog.getByText("No.", { exact: true }).waitFor();
  expect(await visitor.dialog.innerText()).not.toContain("cellar");
});

test("a snoozed conversation leaves the list and wakes when the visitor writes", async () => {
  const {
    visitor,
    desks: [ada, grace],
  } = await twoDesks(fixture(), "No hurry");
  await ada.getByRole("button", { name: "Snooze" }).click();
  await ada.getByRole("button", { name: /^In one week/u }).click();
  await Promise.all([ada, grace].map((desk) => desk.getByText("No open conversations").waitFor()));
  await visitor.send("Now I am in a hurry");
  await Promise.all(
    [ada, grace].map((desk) => desk.getByRole("link", { name: /Now I am in a hurry/u }).waitFor()),
  );
  expect(await ada.getByText(/^Snoozed until/u).count()).toBe(0);
});

test("the search finds words of Spanish and Portuguese without their accents and in other forms", async () => {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const words = [
    { said: "¿Cuál es la dirección de la tienda?", locale: "es", asked: "direcciones" },
    { said: "Quero fazer uma devolução", locale: "pt-BR", asked: "devolucao" },
  ] as const;
  for (const { said, locale } of words) {
    // oxlint-disable-next-line no-await-in-loop -- one visitor after the other
    const visitor = await visit(fixture(), { organization, config: `user: { locale: "${locale}" },` });
    // oxlint-disable-next-line no-await-in-loop
    await visitor.open();
    // oxlint-disable-next-line no-await-in-loop
    await visitor.send(said);
  }
  const desk = await signInToConsole(fixture(), organization);
  for (const { said, asked } of words) {
    // oxlint-disable-next-line no-await-in-loop -- one search after the other
    await expect.poll(() => found(desk, asked)).toContain(said);
  }
});

/** What the search shows for these words; asked anew each time, for what was written a moment ago may come late. */
async function found(desk: Page, words: string): Promise<string> {
  await desk.keyboard.press("Escape");
  await desk.locator(".search-input").fill("");
  await desk.locator(".search-input").fill(words);
  const rows = desk.locator(".search-row");
  await rows.or(desk.locator(".inbox .empty-title")).first().waitFor();
  return (await rows.allInnerTexts()).join("\n");
}

test("colleagues see each other at a conversation, and who answers too is asked before he sends", async () => {
  const {
    visitor,
    desks: [ada, grace],
  } = await twoDesks(fixture(), "Who answers me?");
  await grace.clock.install();
  await grace.reload();
  await grace.locator(".bubble", { hasText: "Who answers me?" }).waitFor();
  await ada.getByText(`${second.name} is viewing`).waitFor();
  const adaBox = ada.getByRole("textbox", { name: /^Reply to/u });
  const graceBox = grace.getByRole("textbox", { name: /^Reply to/u });
  await adaBox.fill("I do");
  // Who rests is no longer shown as writing: she does so for as long as the test wants.
  await grace.clock.pauseAt((await grace.evaluate(() => Date.now())) + 10_000);
  await graceBox.pressSequentially("So do");
  await ada.getByText(`${second.name} is writing a reply too.`).waitFor();
  await adaBox.press("Enter");
  await ada.getByRole("button", { name: "Look first" }).and(ada.locator(":focus")).waitFor();
  expect(await adaBox.inputValue()).toBe("I do");
  await ada.getByRole("button", { name: "Send anyway" }).click();
  await visitor.dialog.getByText("I do", { exact: true }).waitFor();
  await grace.clock.resume();
  await grace.getByText(/has just answered\.$/u).waitFor();
  await graceBox.press("Enter");
  await grace.keyboard.press("Enter");
  await grace.getByText(/has just answered\.$/u).waitFor({ state: "detached" });
  expect(await visitor.dialog.innerText()).not.toContain("So do");
  await grace.getByRole("link", { name: "Back to the list" }).waitFor({ state: "hidden" });
  await grace.evaluate("location.hash = '#/'");
  await ada.getByText(`${second.name} is viewing`).waitFor({ state: "detached" });
});
