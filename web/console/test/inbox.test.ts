import { expect, test } from "vitest";
import { hold, useStage } from "./console.ts";

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

test("the list loads page after page while it is scrolled, with few rows in the page at a time", async () => {
  const { page, signIn, server } = stage();
  for (let number = 1; number <= 160; number++) {
    const time = new Date(Date.now() - number * 60_000).toISOString();
    const conversation = server.world.open({ name: `Visitor number ${number}` });
    server.world.append(conversation, { sender: "user", content: "Hi", timestamp: time });
  }
  await signIn();
  await page.getByText("Visitor number 1", { exact: true }).waitFor();
  const last = page.getByText("Visitor number 160", { exact: true });
  await page.locator(".inbox-list").hover();
  while ((await last.count()) === 0) {
    await page.mouse.wheel(0, 1500);
    await page.waitForTimeout(50);
  }
  expect(await page.locator("a.inbox-row").count()).toBeLessThan(60);
});

test("a list at its end waits for the next page, however long it takes, and asks for it once", async () => {
  const { page, signIn, server } = stage();
  for (let number = 1; number <= 60; number++) {
    server.world.open({ name: `Visitor number ${number}` }, "Hi");
  }
  const { until, release } = hold();
  let asked = 0;
  await page.route(/\/v1\/conversations\?.*cursor=/u, async (route) => {
    asked++;
    await until;
    await route.continue();
  });
  await signIn();
  await page.locator("a.inbox-row").first().waitFor();
  const request = page.waitForRequest(/cursor=/u);
  await page.locator(".inbox-list").evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await request;
  const grace = server.world.open({ name: "Grace" }, "Just now");
  server.write(grace, "And again");
  await page.waitForFunction(() => document.title.startsWith("(52)"));
  release();
  await page.waitForFunction(() => document.title.startsWith("(62)"));
  expect(asked).toBe(1);
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
  expect(older.status).toBe("resolved");
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
