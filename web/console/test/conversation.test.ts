import type { ClientFrame } from "@chask/wire";
import { expect, test } from "vitest";
import { hold, useStage } from "./console.ts";
import { longTalk } from "./standin/talks.ts";
import { below, bubble, scrollUp, movedBy } from "./threads.ts";

const stage = useStage();

function isNewestRead(frame: ClientFrame): boolean {
  return frame.type === "read" && frame.sequence === 46;
}

test("a visitor's message comes to the open thread and is marked read", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await openConversation(conversation);
  server.write(conversation, "Are you there?");
  await bubble(page, "Are you there?").waitFor();
  const mark = await server.stream.frame((frame) => frame.type === "read" && frame.sequence === 2);
  expect(mark).toMatchObject({ conversation: conversation.id });
});

test("Enter sends the reply, Shift+Enter breaks its line, and the box is empty at once", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await openConversation(conversation);
  const box = page.getByRole("textbox", { name: "Reply to Grace" });
  await box.click();
  await page.keyboard.type("Hello");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("Grace");
  await page.keyboard.press("Enter");
  expect(await box.inputValue()).toBe("");
  const frame = await server.stream.frame((sent) => sent.type === "send");
  expect(frame).toMatchObject({ conversation: conversation.id, content: "Hello\nGrace" });
});

test("the ticks tell sent, delivered and read, in words for assistive technology", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await openConversation(conversation);
  await page.getByRole("textbox").fill("Hello");
  await page.keyboard.press("Enter");
  await page.locator('.ticks[data-status="sent"]', { hasText: "Sent" }).waitFor();
  conversation.delivered = 2;
  server.stream.tell(server.world.receipt(conversation));
  await page.locator('.ticks[data-status="delivered"]', { hasText: "Delivered" }).waitFor();
  conversation.read = 2;
  server.stream.tell(server.world.receipt(conversation));
  await page.locator('.ticks[data-status="read"]', { hasText: "Read" }).waitFor();
  expect(await page.locator(".ticks").count()).toBe(1);
});

test("a refused reply stays with its reason, Retry and Delete", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await openConversation(conversation);
  server.world.refuseNext = "CONTENT_INVALID_CHARACTERS";
  await page.getByRole("textbox").fill("Hello");
  await page.keyboard.press("Enter");
  await page.getByText("Not sent").waitFor();
  await page.getByText("This message has characters that cannot be sent.").waitFor();
  await page.getByRole("button", { name: "Retry" }).click();
  await page.locator('.ticks[data-status="sent"]').waitFor();
  server.world.refuseNext = "CONTENT_TOO_LONG";
  await page.getByRole("textbox").fill("Again");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Delete" }).click();
  await bubble(page, "Again").waitFor({ state: "detached" });
  expect(conversation.messages.map(({ content }) => content)).toEqual(["Hi", "Hello"]);
});

test("typing is told both ways", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await openConversation(conversation);
  await server.stream.frame(({ type }) => type === "watch");
  server.stream.tell({ type: "typing", conversation: conversation.id, active: true, from: "user" });
  await page.getByText("Grace is typing…").waitFor();
  await page.getByRole("textbox").pressSequentially("He");
  await server.stream.frame((frame) => frame.type === "typing" && frame.active);
  await page.getByRole("textbox").blur();
  const stopped = await server.stream.frame((frame) => frame.type === "typing" && !frame.active);
  expect(stopped).toMatchObject({ conversation: conversation.id });
});

test("older messages load above without moving what is read", async () => {
  const { page, openConversation, server } = stage();
  await openConversation(longTalk(server, 130));
  await bubble(page, "message number 130").waitFor();
  const held = hold();
  server.bend.holdPages = held.until;
  await scrollUp(page, 20_000, "message number 81");
  const moved = await movedBy(bubble(page, "message number 85"), async () => {
    held.release();
    await bubble(page, "message number 80").waitFor();
  });
  await expect.poll(moved).toBeLessThan(2);
});

test("the thread scrolls up to where it began", async () => {
  const { page, openConversation, server } = stage();
  await openConversation(longTalk(server, 130));
  await bubble(page, "message number 130").waitFor();
  await page.locator(".thread-list").hover();
  while ((await page.getByText("The conversation began here").count()) === 0) {
    await page.mouse.wheel(0, -2000);
    await page.waitForTimeout(50);
  }
  await page.mouse.wheel(0, -2000);
  await bubble(page, "message number 1").waitFor();
  expect(await page.locator(".message").count()).toBeLessThan(60);
});

test("a message that comes while the agent reads further up is counted, not jumped to, and not marked read", async () => {
  const { page, openConversation, server } = stage();
  const conversation = longTalk(server, 45);
  await openConversation(conversation);
  await bubble(page, "message number 45").waitFor();
  await expect.poll(() => below(page)).toBeLessThan(1);
  await scrollUp(page, 1_500, "To the latest message");
  server.write(conversation, "The newest");
  await page.getByText("1 new message").waitFor();
  expect(server.stream.received.some(isNewestRead)).toBe(false);
  await page.getByText("1 new message").click();
  await bubble(page, "The newest").waitFor();
  await server.stream.frame(isNewestRead);
});

test("a draft stays with its conversation and shows in the list", async () => {
  const { page, openConversation, server } = stage();
  const grace = server.world.open({ name: "Grace" }, "Hi");
  server.world.open({ name: "Alan" }, "Hello");
  await openConversation(grace);
  await page.getByRole("textbox").fill("Half a sen");
  await page.getByRole("link", { name: "Alan" }).click();
  expect(await page.getByRole("textbox", { name: "Reply to Alan" }).inputValue()).toBe("");
  await page.getByRole("link", { name: "Draft: Half a sen" }).click();
  expect(await page.getByRole("textbox", { name: "Reply to Grace" }).inputValue()).toBe("Half a sen");
});

test("a conversation is resolved and taken back", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await openConversation(conversation);
  await page.getByRole("button", { name: "Resolve" }).click();
  // The notice stays while the pointer is on it.
  await page.getByRole("button", { name: "Undo" }).hover();
  await page.getByRole("button", { name: "Reopen" }).waitFor();
  await expect.poll(() => conversation.status).toBe("resolved");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Resolve" }).waitFor();
  await expect.poll(() => conversation.status).toBe("open");
});

test("a part that is no longer on the server asks for a reload instead of leaving the page blank", async () => {
  const { page, signIn, server, faults } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await page.route("**/assets/ConversationView-*.js", (route) => route.fulfill({ status: 404 }));
  await signIn(`#/conversations/${conversation.id}`);
  await page.getByText("Reload the page; your drafts are kept.").waitFor();
  await page.unroute("**/assets/ConversationView-*.js");
  await page.getByRole("button", { name: "Reload" }).click();
  await page.getByRole("textbox", { name: "Reply to Grace" }).waitFor();
  expect(faults.splice(0).every((fault) => fault.includes("ConversationView"))).toBe(true);
});

test("a link to a conversation that does not exist says so", async () => {
  const { page, signIn } = stage();
  await signIn("#/conversations/018f3c5e-7a10-7c3e-9b1a-ffffffffffff");
  await page.getByText("This conversation does not exist").waitFor();
  expect(await page.getByRole("textbox").count()).toBe(0);
});

test("the visitor's data that was closed stays closed in the next conversation and after a reload", async () => {
  const { page, openConversation, server } = stage();
  server.world.open({ name: "Alan" }, "Hello");
  await openConversation(server.world.open({ name: "Grace" }, "Hi"));
  const data = page.getByRole("complementary", { name: "Visitor" });
  await data.waitFor();
  await page.getByRole("button", { name: "Close visitor’s data" }).click();
  await page.getByRole("link", { name: /Alan/ }).click();
  await page.getByRole("textbox", { name: "Reply to Alan" }).waitFor();
  expect(await data.count()).toBe(0);
  await page.reload();
  await page.getByRole("textbox", { name: "Reply to Alan" }).waitFor();
  expect(await data.count()).toBe(0);
  await page.getByRole("button", { name: "Show visitor’s data" }).click();
  await data.waitFor();
});

test("the timeline tells a talk of sixty messages in two lines, and how it began", async () => {
  const { page, openConversation, server } = stage();
  const talk = server.world.open({ name: "Grace" });
  for (let turn = 1; turn <= 30; turn += 1) {
    server.world.append(talk, { sender: "user", content: `Question ${turn}` });
    server.world.append(talk, { sender: "agent", content: `Answer ${turn}` });
  }
  await openConversation(talk);
  const timeline = page.locator("section", { has: page.getByRole("heading", { name: "Timeline" }) });
  await timeline.getByText("Began a conversation").waitFor();
  expect(await timeline.locator("li > span:first-child").allTextContents()).toEqual([
    "Got 30 messages",
    "Wrote 30 messages",
    "Began a conversation",
  ]);
});

test("a thread opens at its very end, and the way to the end leads there", async () => {
  const { page, openConversation, server } = stage();
  await page.setViewportSize({ width: 390, height: 620 });
  const lines = Array.from(
    { length: 30 },
    (_, number) => `Line ${number}, long enough to be broken on a phone`,
  );
  await openConversation(server.world.open({ name: "Grace" }, ...lines));
  await page.locator(".bubble", { hasText: "Line 29" }).waitFor();
  await expect.poll(() => below(page)).toBeLessThan(1);
  await scrollUp(page, 900, "To the latest message");
  await page.getByRole("button", { name: "To the latest message" }).click();
  await expect.poll(() => below(page)).toBeLessThan(1);
});
