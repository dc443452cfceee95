import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useStage } from "./console.ts";
import { agent, colleague } from "./standin/world.ts";

const stage = useStage();

function noteBox(page: Page): ReturnType<Page["getByRole"]> {
  return page.getByRole("textbox", { name: "Note for your colleagues" });
}

function replyBox(page: Page): ReturnType<Page["getByRole"]> {
  return page.getByRole("textbox", { name: /^Reply to/ });
}

test("single keys hold after a click on a view", async () => {
  const { page, signIn, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  conversation.assignee = { id: agent.id, name: agent.name };
  await signIn();
  await page.getByText("Mine", { exact: true }).click();
  await page.getByRole("link", { name: /Grace/ }).waitFor();
  await page.keyboard.press("j");
  await replyBox(page).waitFor();
  expect(page.url()).toContain(conversation.id);
});

test("a click on Note or Reply leads into its box, chosen already or not", async () => {
  const { page, openConversation, server } = stage();
  await openConversation(server.world.open({ name: "Grace" }, "Hi"));
  await page.getByText("Note", { exact: true }).click();
  await noteBox(page).and(page.locator(":focus")).waitFor();
  await page.locator(".thread").click();
  await page.getByText("Note", { exact: true }).click();
  await noteBox(page).and(page.locator(":focus")).waitFor();
  await page.getByText("Reply", { exact: true }).click();
  await replyBox(page).and(page.locator(":focus")).waitFor();
  expect(await noteBox(page).count()).toBe(0);
});

test("arrows between Reply and Note keep the focus there, and single keys hold", async () => {
  const { page, openConversation, server } = stage();
  await openConversation(server.world.open({ name: "Grace" }, "Hi"));
  await page.getByRole("radio", { name: "Reply" }).focus();
  await page.keyboard.press("ArrowRight");
  await noteBox(page).waitFor();
  await page.getByRole("radio", { name: "Note" }).and(page.locator(":focus")).waitFor();
  await page.keyboard.press("ArrowLeft");
  await replyBox(page).waitFor();
  await page.getByRole("radio", { name: "Reply" }).and(page.locator(":focus")).waitFor();
  await page.keyboard.press("?");
  expect(await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor()).toBeUndefined();
});

test("c takes what is nobody's, and leaves to a colleague what he has", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Alan" }, "Hi");
  await openConversation(conversation);
  conversation.assignee = colleague;
  server.world.changed(conversation);
  await page.getByRole("button", { name: /^Assigned to Grace Hopper/ }).waitFor();
  await page.keyboard.press("c");
  await page.getByText(/^Grace Hopper was quicker and has this conversation/).waitFor();
  expect(conversation.assignee).toEqual(colleague);
  conversation.assignee = undefined;
  server.world.changed(conversation);
  await page.getByRole("button", { name: "Claim" }).waitFor();
  await page.keyboard.press("c");
  await expect.poll(() => conversation.assignee?.id).toBe(agent.id);
});

test("Escape closes the mentions, and then leaves the note", async () => {
  const { page, openConversation, server } = stage();
  await openConversation(server.world.open({ name: "Alan" }, "Hi"));
  await page.keyboard.press("n");
  await noteBox(page).pressSequentially("Ask @gra");
  await page.getByRole("option", { name: "Grace Hopper" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("listbox").waitFor({ state: "detached" });
  await noteBox(page).and(page.locator(":focus")).waitFor();
  await page.keyboard.type("c");
  expect(await page.getByRole("listbox").count()).toBe(0);
  await page.keyboard.press("Enter");
  await page.locator(".note", { hasText: "Ask @grac" }).waitFor();
  await page.keyboard.press("Escape");
  await noteBox(page).and(page.locator(":not(:focus)")).waitFor();
});

test("the mentions are a list that the note names, with its chosen entry and how many there are", async () => {
  const { page, openConversation, server } = stage();
  await openConversation(server.world.open({ name: "Alan" }, "Hi"));
  await page.keyboard.press("n");
  await noteBox(page).pressSequentially("@");
  const list = page.getByRole("listbox", { name: "Colleagues" });
  await list.waitFor();
  expect(await noteBox(page).getAttribute("aria-controls")).toBe(await list.getAttribute("id"));
  await page.getByRole("status").filter({ hasText: "2 colleagues" }).waitFor({ state: "attached" });
  await page.keyboard.press("ArrowDown");
  const chosen = page.locator("[role=option][aria-selected=true]", { hasText: "Grace Hopper" });
  await chosen.waitFor();
  expect(await noteBox(page).getAttribute("aria-activedescendant")).toBe(await chosen.getAttribute("id"));
  await page.keyboard.press("Tab");
  await list.waitFor({ state: "detached" });
  expect(await noteBox(page).inputValue()).toBe("@Grace Hopper ");
  expect(await noteBox(page).getAttribute("aria-activedescendant")).toBeNull();
});
