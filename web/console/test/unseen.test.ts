import { expect, test } from "vitest";
import { useStage } from "./console.ts";
import { agent, colleague } from "./standin/world.ts";

const stage = useStage();

const justWritten = "The visitor has just written. Read that first.";

test("what a visitor has written while the agent resolves is shown, and keeps the conversation open", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Thanks");
  await openConversation(conversation);
  // Who begins to watch gets what is there.
  await server.stream.frame(({ type }) => type === "watch");
  server.world.append(conversation, { sender: "user", content: "One more question" });
  await page.keyboard.press("e");
  await page.getByText(justWritten).waitFor();
  expect(conversation.status).toBe("open");
  await page.getByRole("button", { name: "Resolve" }).waitFor();
  server.stream.announce(conversation);
  await page.locator(".bubble", { hasText: "One more question" }).waitFor();
  await page.keyboard.press("e");
  await page.getByRole("button", { name: "Reopen" }).waitFor();
  await expect.poll(() => conversation.status).toBe("resolved");
});

test("nor is it snoozed away", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Thanks");
  await openConversation(conversation);
  // Who begins to watch gets what is there.
  await server.stream.frame(({ type }) => type === "watch");
  server.world.append(conversation, { sender: "user", content: "One more question" });
  await page.getByRole("button", { name: "Snooze" }).click();
  await page.getByRole("button", { name: /^Tomorrow morning/ }).click();
  await page.getByText(justWritten).waitFor();
  expect(conversation.snoozedUntil).toBeUndefined();
  await page.getByRole("button", { name: "Snooze" }).waitFor();
});

test("a conversation that was resolved by mistake rests again until its time", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  const until = new Date(Date.now() + 24 * 3_600_000).toISOString();
  conversation.snoozedUntil = until;
  await openConversation(conversation);
  await page.getByText(/^Snoozed until/).waitFor();
  await page.keyboard.press("e");
  await page.getByText("Conversation with Grace resolved.").waitFor();
  expect(conversation.snoozedUntil).toBeUndefined();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Conversation with Grace reopened.").waitFor();
  await page.getByText(/^Snoozed until/).waitFor();
  expect([conversation.status, conversation.snoozedUntil]).toEqual(["open", until]);
});

test("nothing is asked of the server where nobody has it and Nobody is chosen", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await openConversation(conversation);
  const asked: unknown[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/assignee")) {
      asked.push(request.postDataJSON());
    }
  });
  await page.getByRole("button", { name: "Nobody has it: assign it to an agent" }).click();
  await page.getByRole("button", { name: "Nobody", exact: true }).click();
  await page.getByRole("button", { name: "Claim" }).click();
  await page.getByRole("button", { name: `Assigned to ${agent.name}` }).waitFor();
  expect(asked).toEqual([{ agent: agent.id, expected: null }]);
});

test("a note that mentions somebody stays in its box until it is known who is there", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Alan" }, "Hi");
  const colleagues = /\/v1\/colleagues$/;
  await page.route(colleagues, (route) => route.fulfill({ status: 503, json: { reason: "BUSY" } }));
  await openConversation(conversation);
  await page.getByText("Note", { exact: true }).click();
  const box = page.getByRole("textbox", { name: "Note for your colleagues" });
  const written = `@${colleague.name} please look`;
  await box.fill(written);
  await box.press("Enter");
  await page.locator(".notice").waitFor();
  expect(await box.inputValue()).toBe(written);
  expect(conversation.notes).toEqual([]);
  await page.unroute(colleagues);
  await box.press("Enter");
  await page.locator(".note", { hasText: "please look" }).waitFor();
  expect(conversation.notes[0]?.mentions).toEqual([colleague.id]);
  expect(await box.inputValue()).toBe("");
});
