import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";

import { signIn } from "../harness/agent.ts";
import { signInToConsole } from "../harness/console.ts";
import { addColleague, second } from "../harness/desks.ts";
import { useFixture, visit } from "../harness/fixture.ts";
import { list, text } from "../harness/json.ts";
import { createOrganization, type Organization } from "../harness/server.ts";

const fixture = useFixture();

async function setPage(desk: Page, name: string): Promise<void> {
  await desk.goto(`${fixture().baseUrl}/console/#/settings/${name}`);
  await desk.locator(".settings-page .section").first().waitFor();
}

async function backToDesk(desk: Page): Promise<void> {
  await desk.goto(`${fixture().baseUrl}/console/#/`);
  await desk.locator(".inbox-list").waitFor();
}

/** Signed in, and seen by the server: the list comes before the stream. */
async function onlineDesk(who: Organization): Promise<Page> {
  const desk = await signInToConsole(fixture(), who);
  await desk.getByRole("button", { name: /^Account of .*, Online$/u }).waitFor();
  return desk;
}

async function choose(desk: Page, state: "Online" | "Away" | "Offline"): Promise<void> {
  await desk.getByRole("button", { name: /^Account of/u }).click();
  const dialog = desk.getByRole("dialog", { name: /^Account of/u });
  await dialog.locator("label", { hasText: state }).click();
  await desk.getByRole("button", { name: new RegExp(`^Account of .*, ${state}$`, "u") }).waitFor();
  await desk.keyboard.press("Escape");
}

async function setCapacity(organization: Organization, capacity: number): Promise<void> {
  const { token } = await signIn(fixture().baseUrl, organization);
  const answer = await fetch(`${fixture().baseUrl}/v1/settings/routing`, {
    method: "PUT",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify({ mode: "least_loaded", capacity, awayAfterMinutes: 10 }),
  });
  expect(answer.status).toBe(200);
}

async function reply(desk: Page, words: string): Promise<void> {
  const box = desk.getByRole("textbox", { name: /^Reply to/u });
  await box.fill(words);
  await box.press("Enter");
}

test("three visitors who write at once are given to two agents, the third when one has room, and all are answered once", async () => {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const colleague = await addColleague(organization);
  await setCapacity(organization, 1);
  const desks = await Promise.all([organization, colleague].map(onlineDesk));
  const visitors = await Promise.all([1, 2, 3].map(() => visit(fixture(), { organization })));
  await Promise.all(visitors.map((visitor) => visitor.open()));
  await Promise.all(visitors.map((visitor, place) => visitor.send(`Question ${place + 1}`)));
  // Each of the agents has one; the third is nobody's.
  await Promise.all(
    desks.map(async (desk) => {
      await desk.locator(".view", { hasText: "Mine" }).click();
      await expect.poll(() => desk.locator("a.inbox-row").count()).toBe(1);
    }),
  );
  const mine = await Promise.all(desks.map((desk) => desk.locator(".inbox-row-preview").innerText()));
  expect(new Set(mine).size).toBe(2);
  const [ada] = desks;
  if (ada === undefined) {
    throw new Error("there are two desks");
  }
  await ada.locator(".view", { hasText: "Unassigned" }).click();
  await expect.poll(() => ada.locator("a.inbox-row").count()).toBe(1);
  const waits = await ada.locator(".inbox-row-preview").innerText();
  expect(mine).not.toContain(waits);
  await ada.locator(".view", { hasText: "Mine" }).click();
  await Promise.all(
    desks.map(async (desk, place) => {
      await desk.locator("a.inbox-row").click();
      await desk.locator(".bubble", { hasText: mine[place] ?? "" }).waitFor();
      await reply(desk, `Answer to ${mine[place]}`);
      await desk.locator(".bubble", { hasText: "Answer to" }).waitFor();
    }),
  );
  // Room again: the waiting one is given out, and the thread tells how.
  await ada.getByText("Given to", { exact: false }).waitFor();
  await ada.getByRole("button", { name: "Resolve" }).click();
  // A row that moves up between press and release of the button is not clicked.
  await expect.poll(() => ada.locator(".inbox-row-preview").allInnerTexts()).toEqual([waits]);
  await ada.getByRole("link", { name: new RegExp(waits, "u") }).click();
  // The conversation before has a line of the same words.
  await ada.locator(".bubble", { hasText: waits }).waitFor();
  await ada.locator(".work-event", { hasText: "automatically" }).waitFor();
  await reply(ada, `Answer to ${waits}`);
  // Everybody has his own answer, once, and nothing else.
  await Promise.all(
    visitors.map(async (visitor, place) => {
      const words = `Answer to Question ${place + 1}`;
      await visitor.dialog.getByText(words, { exact: true }).waitFor();
      await visitor.called("onMessageReceived");
      const received = (await visitor.calls("onMessageReceived")).map(({ argument }) =>
        text(argument, "content"),
      );
      expect(received).toEqual([words]);
      expect(await visitor.dialog.locator(".bubble").allInnerTexts()).toHaveLength(2);
      expect(await visitor.dialog.innerText()).not.toContain("automatically");
    }),
  );
  const agent = await signIn(fixture().baseUrl, organization);
  const conversations = [
    ...(await agent.conversations()),
    ...list(await agent.get("/v1/conversations?status=resolved"), "conversations"),
  ];
  const stored = await Promise.all(conversations.map((one) => agent.messages(text(one, "id"))));
  expect(stored.map((messages) => messages.map((one) => text(one, "content")).join()).toSorted()).toEqual(
    [1, 2, 3].map((number) => `Question ${number},Answer to Question ${number}`),
  );
});

test("what an agent chooses is seen by his colleague and by visitors, and stays across a reload", async () => {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const colleague = await addColleague(organization);
  const visitor = await visit(fixture(), { organization });
  await visitor.open();
  await visitor.send("Is anybody there?");
  const [ada, grace] = await Promise.all([organization, colleague].map(onlineDesk));
  if (ada === undefined || grace === undefined) {
    throw new Error("there are two desks");
  }
  const online = "Usually replies in a few minutes";
  await visitor.dialog.locator("h2 + p", { hasText: online }).waitFor();
  await choose(grace, "Away");
  await ada.locator("a.inbox-row").click();
  await ada.getByRole("button", { name: /^Nobody has it/u }).click();
  await ada.locator(".work-choice", { hasText: second.name }).getByTitle("Away").waitFor();
  expect(await visitor.dialog.locator("h2 + p").innerText()).toBe(online);
  await ada.keyboard.press("Escape");
  await choose(ada, "Offline");
  await expect.poll(() => visitor.dialog.locator("h2 + p").innerText()).not.toBe(online);
  await ada.reload();
  // Until the server has told it, everybody is shown as offline, and nothing as chosen but the usual.
  await ada.getByRole("button", { name: /^Account of .*, Offline$/u }).click();
  await ada.locator(".presence-choice input[value=offline]:checked").waitFor({ state: "attached" });
  await ada.keyboard.press("Escape");
  await choose(ada, "Online");
  await expect.poll(() => visitor.dialog.locator("h2 + p").innerText()).toBe(online);
});

test("a conversation moved to a team is its members' and stands in the team's view", async () => {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  await addColleague(organization);
  const visitor = await visit(fixture(), { organization });
  await visitor.open();
  await visitor.send("My bill is wrong");
  const ada = await signInToConsole(fixture(), organization);
  await setPage(ada, "routing");
  await ada.getByRole("button", { name: "New team" }).click();
  const dialog = ada.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Billing");
  await dialog.getByLabel(second.name).check();
  await dialog.getByRole("button", { name: "Create team" }).click();
  await ada.locator(".team-row", { hasText: "Billing" }).getByText(second.name).waitFor();
  await backToDesk(ada);
  await ada.locator("a.inbox-row").click();
  await ada.getByRole("button", { name: "Claim" }).click();
  await ada.getByRole("button", { name: /^Assigned to/u }).click();
  await ada.locator(".work-choice", { hasText: "Billing" }).click();
  await ada.getByRole("button", { name: /Team Billing$/u }).waitFor();
  await ada.locator(".work-event", { hasText: "claimed the conversation" }).waitFor();
  await ada.locator(".work-event", { hasText: "Billing" }).waitFor();
  await ada.getByRole("button", { name: "More views and filters" }).click();
  await ada
    .locator(".filter-select", { hasText: "Any team" })
    .locator("select")
    .selectOption({ label: "Billing" });
  await expect.poll(() => ada.locator("a.inbox-row").count()).toBe(1);
  expect(await visitor.dialog.innerText()).not.toContain("Billing");
});
