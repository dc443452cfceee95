import { expect, test } from "vitest";
import { useStage } from "./console.ts";
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
  await page.locator(".mention-list button", { hasText: colleague.name }).waitFor();
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
