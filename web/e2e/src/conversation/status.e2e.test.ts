import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";

import { signInToConsole } from "../harness/console.ts";
import { addColleague } from "../harness/desks.ts";
import { useFixture } from "../harness/fixture.ts";
import { createOrganization } from "../harness/server.ts";
import { bareVisitor } from "../harness/visitor.ts";

const fixture = useFixture();
const parcel = "Where is my parcel?";
const other = "Are you open on Sunday?";

async function openRow(desk: Page, words: string): Promise<void> {
  await desk.locator("a.inbox-row", { hasText: words }).click();
  await desk.locator(".bubble", { hasText: words }).waitFor();
}

/** Two agents with two conversations in their lists; both are in the one about the parcel. */
async function twoAgents(): Promise<readonly [Page, Page]> {
  const { baseUrl, host } = fixture();
  const organization = await createOrganization(inject("data"), host.origin);
  const colleague = await addColleague(organization);
  for (const words of [other, parcel]) {
    // oxlint-disable-next-line no-await-in-loop -- one visitor after the other
    await (await bareVisitor(baseUrl, organization, host.origin)).post(words);
  }
  const desks = await Promise.all([
    // A reply can be taken back until its author resolves.
    signInToConsole(fixture(), organization, { undoSend: true }),
    signInToConsole(fixture(), colleague),
  ]);
  const [ada] = desks;
  await ada.clock.install();
  await ada.reload();
  await Promise.all(desks.map((desk) => openRow(desk, parcel)));
  return desks;
}

async function change(desk: Page, button: "Resolve" | "Reopen"): Promise<void> {
  const answered = desk.waitForResponse((answer) => answer.request().method() === "PATCH" && answer.ok());
  await Promise.all([answered, desk.getByRole("button", { name: button, exact: true }).click()]);
}

/** The seconds in which the reply can be taken back begin when that is to be seen. */
async function reply(desk: Page, words: string): Promise<void> {
  await desk.getByRole("textbox", { name: /^Reply to/u }).fill(words);
  await desk.clock.pauseAt(Number(await desk.evaluate("Date.now()")) + 10_000);
  await desk.keyboard.press("Enter");
  await desk.locator(".held-line").waitFor();
  await desk.clock.resume();
}

/** What the head of the thread says of its status: its badge, and what its button does. */
async function shown(desk: Page): Promise<string> {
  const badge = await desk.locator(".thread-head .badge").allInnerTexts();
  return [...badge, await desk.locator(".status-button").innerText()].join(", ");
}

test("what a colleague makes of the status while the agent is elsewhere, or without a network, is shown when he comes back", async () => {
  const [ada, grace] = await twoAgents();
  await openRow(ada, other);
  await change(grace, "Resolve");
  await ada.locator("a.inbox-row", { hasText: parcel }).waitFor({ state: "detached" });
  await ada.goBack();
  await ada.locator(".bubble", { hasText: parcel }).waitFor();
  expect(await shown(ada)).toBe("Resolved, Reopen");

  await ada.context().setOffline(true);
  await ada.locator(".banner").waitFor({ timeout: 40_000 });
  await change(grace, "Reopen");
  await ada.context().setOffline(false);
  await ada.locator(".banner").waitFor({ state: "detached", timeout: 40_000 });
  await expect.poll(() => shown(ada)).toBe("Resolve");
}, 120_000);

test("who replies, resolves and goes on at once finds the conversation resolved when he returns", async () => {
  const [ada] = await twoAgents();
  await reply(ada, "It comes tomorrow");
  await ada.locator(".thread").click();
  const answered = ada.waitForResponse((answer) => answer.request().method() === "PATCH" && answer.ok());
  await ada.keyboard.press("e");
  await ada.keyboard.press("j");
  await answered;
  await ada.locator(".bubble", { hasText: other }).waitFor();
  await ada.locator("a.inbox-row", { hasText: "It comes tomorrow" }).waitFor({ state: "detached" });
  await ada.getByText("Resolved", { exact: true }).click();
  await openRow(ada, "It comes tomorrow");
  expect(await shown(ada)).toBe("Resolved, Reopen");
}, 120_000);

test("the status that an agent chooses stays shown from his click on", async () => {
  const [ada] = await twoAgents();
  await reply(ada, "It comes tomorrow");
  await ada.evaluate(`{
    const button = document.querySelector(".status-button");
    window.labels = [];
    new MutationObserver(() => window.labels.push(button.innerText)).observe(button, {
      subtree: true, childList: true, characterData: true,
    });
  }`);
  await change(ada, "Resolve");
  await ada.locator("a.inbox-row", { hasText: "It comes tomorrow" }).waitFor({ state: "detached" });
  expect(await ada.evaluate("[...new Set(window.labels)].join()")).toBe("Reopen");
}, 120_000);
