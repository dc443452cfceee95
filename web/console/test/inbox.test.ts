import { expect, test } from "vitest";
import { useStage } from "./console.ts";
import { agent, colleague } from "./standin/world.ts";

const stage = useStage();

test("a new message moves its conversation to the top, with its count in the list and in the title", async () => {
  const { page, signIn, server } = stage();
  const grace = server.world.open({ name: "Grace" }, "First");
  server.world.open({ name: "Alan" }, "Second");
  await signIn();
  await page.getByRole("link", { name: /^Alan/ }).waitFor();
  server.write(grace, "Third");
  await page.locator(".inbox-row").first().filter({ hasText: "Third" }).waitFor();
  await page.getByRole("link", { name: /Grace.*2 unread messages/ }).waitFor();
  await page.waitForFunction(() => document.title.startsWith("(3)"));
  const acknowledged = await server.stream.frame((frame) => frame.type === "ack" && frame.sequence === 2);
  expect(acknowledged).toMatchObject({ conversation: grace.id });
});

test("opening a conversation takes its count away", async () => {
  const { page, signIn, server } = stage();
  server.world.open({ name: "Grace" }, "First", "Second");
  await signIn();
  await page.waitForFunction(() => document.title.startsWith("(2)"));
  await page.getByRole("link", { name: /Grace/ }).click();
  await page.waitForFunction(() => document.title === "Grace · Chask");
  expect(await page.locator(".unread").count()).toBe(0);
});

test("an anonymous visitor has a name of his own in the list", async () => {
  const { page, signIn, server } = stage();
  server.world.open({ id: "018f3c5e-1111-7aaa-8bbb-0000000c6ccd" }, "Hi");
  await signIn();
  await page.getByText("Visitor 6CCD").waitFor();
  expect(await page.locator(".avatar[data-initials]").count()).toBe(1);
});

test("resolved conversations stand apart", async () => {
  const { page, signIn, server } = stage();
  server.world.open({ name: "Grace" }, "Hi");
  server.world.open({ name: "Alan" }, "Done").status = "resolved";
  await signIn();
  await page.getByRole("link", { name: /Grace/ }).waitFor();
  expect(await page.getByRole("link", { name: /Alan/ }).count()).toBe(0);
  await page.getByText("Resolved", { exact: true }).click();
  await page.getByRole("link", { name: /Alan/ }).waitFor();
  expect(await page.getByRole("link", { name: /Grace/ }).count()).toBe(0);
});

test("after the chosen conversation was resolved, j goes on to the one after it", async () => {
  const { page, signIn, server } = stage();
  for (const [number, name] of ["Alan", "Grace", "Barbara"].entries()) {
    const timestamp = `2026-01-0${3 - number}T10:00:00.000Z`;
    server.world.append(server.world.open({ name }), { sender: "user", content: "Hi", timestamp });
  }
  await signIn();
  await page.getByRole("link", { name: /Grace/ }).click();
  await page.getByRole("textbox", { name: "Reply to Grace" }).waitFor();
  await page.locator(".thread").click();
  await page.keyboard.press("e");
  await page.getByRole("link", { name: /Grace/ }).waitFor({ state: "detached" });
  await page.keyboard.press("j");
  await page.getByRole("textbox", { name: "Reply to Barbara" }).waitFor();
  expect(await page.locator("a.inbox-row").count()).toBe(2);
});

test("j and k walk through what was found, while it is shown", async () => {
  const { page, signIn, server } = stage();
  server.world.open({ name: "Grace" }, "The till is broken");
  server.world.open({ name: "Alan" }, "Hello");
  server.world.open({ name: "Barbara" }, "My till too");
  await signIn();
  await page.locator(".search-input").fill("till");
  await page.locator(".search-row").nth(1).waitFor();
  await page.locator(".organization").click();
  await page.keyboard.press("j");
  await page.getByRole("textbox", { name: "Reply to Grace" }).waitFor();
  await page.keyboard.press("j");
  await page.getByRole("textbox", { name: "Reply to Barbara" }).waitFor();
  await page.keyboard.press("k");
  await page.getByRole("textbox", { name: "Reply to Grace" }).waitFor();
  expect(await page.locator(".search-row").count()).toBe(2);
});

test("what was found says what is resolved and whose it is", async () => {
  const { page, signIn, server } = stage();
  const done = server.world.open({ name: "Grace" }, "The till is broken");
  done.status = "resolved";
  done.assignee = colleague;
  server.world.open({ name: "Barbara" }, "My till too");
  await signIn();
  await page.locator(".search-input").fill("till");
  const [first, second] = [page.locator(".search-row").nth(0), page.locator(".search-row").nth(1)];
  await second.waitFor();
  await page.getByRole("link", { name: /Grace.*, Resolved, Assigned to Grace Hopper,.*The till/u }).waitFor();
  await first.getByTitle("Resolved").waitFor();
  expect(await first.locator(".row-assignee").getAttribute("data-initials")).toBe("GH");
  expect(await second.getByTitle("Resolved").count()).toBe(0);
  expect(await second.locator(".row-assignee").count()).toBe(0);
  await second.click();
  await page.getByRole("button", { name: "Resolve", exact: true }).click();
  await second.getByTitle("Resolved").waitFor();
});

test("a list that is narrowed to a team that is gone says so, and lets go of it", async () => {
  const { page, signIn, server } = stage();
  server.world.open({ name: "Grace" }, "Hi");
  await page.addInitScript((key) => {
    sessionStorage[key] ??= JSON.stringify({ view: "all", team: "018f3c5e-4444-7aaa-8bbb-000000000001" });
  }, `chask.console.shown.${agent.id}`);
  await signIn();
  await page.getByText("No conversation matches").waitFor();
  await page.locator(".filter-button").click();
  const team = page.getByLabel("Team");
  await page.getByText("Team (no longer there)").waitFor({ state: "attached" });
  await team.selectOption({ label: "Any team" });
  await page.getByRole("link", { name: /Grace/ }).waitFor();
  expect(await page.getByText("Team (no longer there)").count()).toBe(0);
});

test("j and k walk through the list, r writes, e resolves, ? helps, and none of them does inside a text box", async () => {
  const { page, signIn, server } = stage();
  const older = server.world.open({ name: "Grace" });
  server.world.append(older, { sender: "user", content: "Hi", timestamp: "2026-01-01T10:00:00.000Z" });
  server.world.open({ name: "Alan" }, "Hello");
  await signIn();
  await page.getByRole("link", { name: /Alan/ }).waitFor();
  await page.keyboard.press("j");
  await page.getByRole("heading", { name: "Alan" }).first().waitFor();
  await page.keyboard.press("j");
  await page.getByRole("textbox", { name: "Reply to Grace" }).waitFor();
  await page.keyboard.press("r");
  await page.keyboard.type("jk e?");
  expect(await page.getByRole("textbox", { name: "Reply to Grace" }).inputValue()).toBe("jk e?");
  await page.keyboard.press("Escape");
  await page.keyboard.press("e");
  await page.getByRole("button", { name: "Reopen" }).waitFor();
  await expect.poll(() => older.status).toBe("resolved");
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
});

test("single-key shortcuts can be switched off", async () => {
  const { page, signIn, server } = stage();
  server.world.open({ name: "Grace" }, "Hi");
  await signIn();
  await page.keyboard.press("?");
  await page.getByRole("switch", { name: "Single-key shortcuts" }).click();
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("j");
  await page.keyboard.press("?");
  expect(await page.getByRole("dialog").count()).toBe(0);
  expect(new URL(page.url()).hash).toBe("");
});

test("a lost connection says so, keeps the reply, and sends it when the connection is back", async () => {
  const { page, openConversation, server, faults } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await openConversation(conversation);
  server.stream.accepting = false;
  server.stream.cut(1011);
  await page.getByText("Connection lost. Reconnecting…").waitFor();
  await page.getByRole("textbox").fill("Sent in the dark");
  await page.keyboard.press("Enter");
  await page.locator('.ticks[data-status="sending"]').waitFor();
  server.stream.accepting = true;
  await page.locator('.ticks[data-status="sent"]').waitFor();
  await page.getByText("Connection lost. Reconnecting…").waitFor({ state: "detached" });
  expect(conversation.messages.filter(({ content }) => content === "Sent in the dark")).toHaveLength(1);
  expect(faults.splice(0).every((fault) => fault.startsWith("WebSocket connection"))).toBe(true);
});
