import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { hold, useStage } from "./console.ts";
import { agent, colleague } from "./standin/world.ts";

const stage = useStage();

test("a claimed conversation moves to Mine, is given on by the menu, and the counts follow", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await openConversation(conversation);
  await page.getByRole("button", { name: "Claim" }).click();
  await page.getByRole("button", { name: `Assigned to ${agent.name}` }).waitFor();
  await page.locator(".view", { hasText: "Mine" }).filter({ hasText: "1" }).waitFor();
  await page.locator(".view", { hasText: "Mine" }).click();
  await page.getByRole("link", { name: /Grace/ }).waitFor();
  await page.getByRole("button", { name: `Assigned to ${agent.name}` }).click();
  await page.getByRole("button", { name: colleague.name }).click();
  await page.getByText("Nothing is yours at the moment").waitFor();
  expect(conversation.assignee?.id).toBe(colleague.id);
});

test("who is too late is told who was quicker, and sees it", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await openConversation(conversation);
  await page.getByRole("button", { name: "Claim" }).waitFor();
  conversation.assignee = colleague;
  await page.getByRole("button", { name: "Claim" }).click();
  await page.getByText(`${colleague.name} was quicker`).waitFor();
  await page.getByRole("button", { name: `Assigned to ${colleague.name}` }).waitFor();
  expect(conversation.assignee).toEqual(colleague);
});

/// Keeps each change that goes to a route until it is let go, and tells how many have come so far.
async function holdBack(
  page: Page,
  pattern: string,
): Promise<{ readonly letGo: () => void; readonly come: () => number }> {
  const waiting: (() => void)[] = [];
  let come = 0;
  await page.route(pattern, async (route) => {
    if (route.request().method() !== "GET") {
      const held = hold();
      waiting.push(held.release);
      come += 1;
      await held.until;
    }
    await route.continue();
  });
  return { letGo: () => waiting.shift()?.(), come: () => come };
}

test("who claims and gives on at once gives on, and is not told of himself", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await openConversation(conversation);
  const { letGo, come } = await holdBack(page, "**/assignee");
  await page.getByRole("button", { name: "Claim" }).click();
  await page.getByRole("button", { name: `Assigned to ${agent.name}` }).click();
  await page.getByRole("button", { name: colleague.name }).click();
  await page.getByRole("button", { name: `Assigned to ${colleague.name}` }).waitFor();
  await expect.poll(come).toBe(1);
  letGo();
  await expect.poll(come).toBe(2);
  expect(conversation.assignee?.id).toBe(agent.id);
  await page.getByRole("button", { name: `Assigned to ${colleague.name}` }).waitFor();
  letGo();
  await expect.poll(() => conversation.assignee?.id).toBe(colleague.id);
  await page.getByRole("button", { name: `Assigned to ${colleague.name}` }).waitFor();
  expect(await page.locator(".notice").count()).toBe(0);
});

test("tags that are added one after the other stay, and one that is left unentered is added", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await openConversation(conversation);
  const { letGo, come } = await holdBack(page, "**/tags");
  await page.getByRole("button", { name: "Add tag" }).click();
  await page.keyboard.type("billing");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Add tag" }).click();
  await page.keyboard.type("late");
  await page.keyboard.press("Tab");
  const shown = page.locator(".tags .tag");
  await page.getByRole("button", { name: "Remove tag late" }).waitFor();
  expect(await shown.count()).toBe(2);
  await expect.poll(come).toBe(1);
  letGo();
  await expect.poll(come).toBe(2);
  expect(conversation.tags).toEqual(["billing"]);
  expect(await shown.count()).toBe(2);
  letGo();
  await expect.poll(() => conversation.tags).toEqual(["billing", "late"]);
  await page.getByRole("button", { name: "Add tag" }).click();
  await page.keyboard.type("never");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Add tag" }).waitFor();
  expect(await shown.count()).toBe(2);
});

test("a conversation rests until a time of one's own, by keyboard; what is past is refused", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await openConversation(conversation);
  await page.getByRole("button", { name: "Snooze" }).press("Enter");
  const time = page.getByLabel("At a time you choose");
  await time.fill("2020-01-01T10:00");
  await time.press("Enter");
  await page.getByText("Choose a time between now and a year from now.").waitFor();
  expect(conversation.snoozedUntil).toBeUndefined();
  const inTenDays = `${new Date(Date.now() + 10 * 24 * 3_600_000).toISOString().slice(0, 10)}T18:30`;
  await time.fill(inTenDays);
  await time.press("Enter");
  await page.getByText(/^Snoozed until/).waitFor();
  await expect.poll(() => conversation.snoozedUntil).toBe(`${inTenDays}:00.000Z`);
});

test("a snoozed conversation leaves the list and comes back awake", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await openConversation(conversation);
  await page.getByRole("button", { name: "Snooze" }).click();
  await page.getByRole("button", { name: /^Tomorrow morning/ }).click();
  await page.getByText(/^Snoozed until/).waitFor();
  await page.getByText("No open conversations").waitFor();
  await page.getByRole("button", { name: "More views and filters" }).click();
  await page.getByRole("button", { name: /^Snoozed/ }).click();
  await page.getByRole("link", { name: /Grace/ }).waitFor();
  await page.getByRole("button", { name: "Wake now" }).click();
  await page.getByText("Nothing is snoozed").waitFor();
  expect(conversation.snoozedUntil).toBeUndefined();
});

test("tags are typed, shown and taken off", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await openConversation(conversation);
  await page.getByRole("button", { name: "Add tag" }).click();
  await page.keyboard.type("billing");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Remove tag billing" }).click();
  await page.getByRole("button", { name: "Remove tag billing" }).waitFor({ state: "detached" });
  await expect.poll(() => conversation.tags).toEqual([]);
});

test("a tag that is half typed waits while the agent is in another window", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await openConversation(conversation);
  await page.getByRole("button", { name: "Add tag" }).click();
  const box = page.locator(".tag-input");
  await box.fill("refu");
  // As browsers do: the box is told that it loses the focus, and stays the active element of its window.
  await box.dispatchEvent("focusout");
  await box.and(page.locator(":focus")).waitFor();
  await page.keyboard.type("nd");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Remove tag refund" }).waitFor();
  await expect.poll(() => conversation.tags).toEqual(["refund"]);
});

test("a note stands between the messages, mentions a colleague, and is no reply", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await openConversation(conversation);
  await page.locator(".message").first().waitFor();
  await page.keyboard.press("n");
  await page
    .getByRole("combobox")
    .or(page.getByRole("textbox", { name: "Note for your colleagues" }))
    .click();
  await page.keyboard.type("Look @gra");
  await page.getByRole("option", { name: colleague.name }).waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.type("please");
  await page.keyboard.press("Enter");
  await page.locator(".note", { hasText: `Look @${colleague.name} please` }).waitFor();
  expect(conversation.notes[0]?.mentions).toEqual([colleague.id]);
  expect(conversation.messages).toHaveLength(1);
});

test("/ goes to the search, which shows where the words stand, and Escape leaves it", async () => {
  const { page, signIn, server } = stage();
  server.world.open({ name: "Grace" }, "Where is my parcel?");
  server.world.open({ name: "Alan" }, "Hello");
  await signIn();
  await page.getByRole("link", { name: /Alan/ }).waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("parcel");
  await page.locator(".search-row mark", { hasText: "parcel" }).waitFor();
  expect(await page.getByRole("link", { name: /Alan/ }).count()).toBe(0);
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: /Alan/ }).waitFor();
});

test("a view is narrowed by a tag and kept under a name", async () => {
  const { page, signIn, server } = stage();
  server.world.open({ name: "Grace" }, "Hi").tags = ["vip"];
  server.world.open({ name: "Alan" }, "Hello");
  await signIn();
  await page.getByRole("button", { name: "More views and filters" }).click();
  await page.getByLabel("Tag").selectOption("vip");
  await page.getByRole("link", { name: /Alan/ }).waitFor({ state: "detached" });
  await page.getByRole("textbox", { name: "Save this view as" }).fill("Important");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.keyboard.press("Escape");
  await page.locator(".view", { hasText: "All" }).click();
  await page.getByRole("link", { name: /Alan/ }).waitFor();
  await page.getByRole("button", { name: "More views and filters" }).click();
  await page.getByRole("button", { name: "Important", exact: true }).click();
  await page.getByRole("link", { name: /Alan/ }).waitFor({ state: "detached" });
  await page.getByRole("link", { name: /Grace/ }).waitFor();
  expect(await page.locator("a.inbox-row").count()).toBe(1);
});

test("without a connection no agent is shown as present, also not oneself", async () => {
  const { page, openConversation, server, faults } = stage();
  await openConversation(server.world.open({ name: "Grace" }, "Hi"));
  await server.stream.frame(({ type }) => type === "hello");
  const agents = [agent.id, colleague.id].map((id) => ({ id, state: "online", choice: "online" }) as const);
  server.stream.tell({ type: "presence", available: true, agents });
  await page.getByRole("button", { name: `Account of ${agent.name}, Online` }).waitFor();
  await page.getByRole("button", { name: /^Nobody has it/u }).click();
  const dot = page.getByRole("button", { name: colleague.name }).locator(".presence-dot");
  await dot.and(page.locator("[data-state=online]")).waitFor();
  server.stream.accepting = false;
  server.stream.cut(1001);
  await dot.and(page.locator("[data-state=offline]")).waitFor();
  expect(await page.locator(".account-button").getAttribute("aria-label")).toBe(
    `Account of ${agent.name}, Offline`,
  );
  await page.close();
  // The browser writes down each attempt that failed.
  expect(faults.splice(0).filter((fault) => !fault.includes("WebSocket"))).toEqual([]);
});
