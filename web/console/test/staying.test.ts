import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { hold, useStage } from "./console.ts";
import type { StandIn } from "./standin/standin.ts";
import { longTalk } from "./standin/talks.ts";
import { colleague, type StandInConversation } from "./standin/world.ts";
import { scrollUp } from "./threads.ts";

const stage = useStage();
const busy = {
  status: 503,
  contentType: "application/problem+json",
  body: JSON.stringify({ title: "Busy", code: "SEND_ERROR", reason: "BUSY", retryable: false }),
};

const ofConversation = /\/v1\/conversations\/[0-9a-f-]+$/;
const ofMessages = /\/messages\?/;

/// Everything that asks there is told that the server is busy.
async function refuse(page: Page, what: RegExp): Promise<void> {
  await page.route(what, (route) => route.fulfill(busy));
}

/// A colleague writes a note; everybody is told how many there are.
function writeNote({ world, stream }: StandIn, conversation: StandInConversation, content: string): void {
  const author = { id: colleague.id, name: colleague.name };
  const timestamp = new Date().toISOString();
  const part = { afterSequence: conversation.messages.length, mentions: [], timestamp, unseen: false };
  conversation.notes.push({ ...part, id: crypto.randomUUID(), author, content });
  stream.tell(world.inbox(conversation));
}

test.for([ofConversation, ofMessages])(
  "a thread that does not come (%s) says why, and comes when the agent tries again",
  async (what) => {
    const { page, signIn, server } = stage();
    const { id } = longTalk(server, 3);
    await refuse(page, what);
    await signIn(`#/conversations/${id}`);
    const problem = page.locator(".thread [role=alert]");
    await problem.getByText("The messages could not be loaded. The server is busy.").waitFor();
    expect(await page.locator(".thread-skeleton").count()).toBe(0);
    const refused = page.waitForResponse(what);
    await problem.getByRole("button", { name: "Try again" }).click();
    await refused;
    await problem.waitFor();
    await page.unroute(what);
    await problem.getByRole("button", { name: "Try again" }).click();
    await page.locator(".bubble").getByText("message number 3", { exact: true }).waitFor();
    expect(await problem.count()).toBe(0);
  },
);

test("earlier messages that do not come say why above the others, and come when the agent tries again", async () => {
  const { page, openConversation, server } = stage();
  await openConversation(longTalk(server, 130));
  await page.locator(".bubble").getByText("message number 130", { exact: true }).waitFor();
  await refuse(page, ofMessages);
  const said = "Earlier messages could not be loaded. The server is busy.";
  await scrollUp(page, 20_000, said);
  const problem = page.locator(".thread-list [role=alert]");
  await problem.getByText(said).waitFor();
  expect(await page.getByText("Loading earlier messages").count()).toBe(0);
  await page.unroute(ofMessages);
  await problem.getByRole("button", { name: "Try again" }).click();
  await problem.waitFor({ state: "detached" });
  // Not farther at once than is in sight: messages far away are not in the page.
  await scrollUp(page, 500, "message number 40");
});

test("a wish that fails while nothing else can be asked takes nothing back that came meanwhile", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await openConversation(conversation);
  await page.getByRole("button", { name: "Claim" }).waitFor();
  conversation.tags = ["urgent"];
  server.stream.tell(server.world.inbox(conversation));
  const tag = page.locator(".work-bar .tag", { hasText: "urgent" });
  await tag.waitFor();
  await refuse(page, ofConversation);
  await refuse(page, /\/assignee$/);
  await page.getByRole("button", { name: "Claim" }).click();
  await page.locator(".notice", { hasText: "The server is busy" }).waitFor();
  await page.getByRole("button", { name: "Claim" }).waitFor();
  expect(await tag.count()).toBe(1);
});

test("a note that is written while the notes are asked for is shown with the others", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  writeNote(server, conversation, "The first");
  await openConversation(conversation);
  await page.locator(".note", { hasText: "The first" }).waitFor();
  const held = hold();
  let asked = 0;
  await page.route(/\/notes$/, async (route) => {
    const answer = await route.fetch();
    asked += 1;
    await (asked === 1 ? held.until : undefined);
    // Whom nobody waits for any more cannot be answered.
    await route.fulfill({ response: answer }).catch(() => undefined);
  });
  writeNote(server, conversation, "The second");
  await expect.poll(() => asked).toBe(1);
  writeNote(server, conversation, "The third");
  await page.waitForTimeout(200);
  held.release();
  await page.locator(".note", { hasText: "The third" }).waitFor();
  expect(await page.locator(".note").count()).toBe(3);
});

test("notes that could not be asked for once are asked for again", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  writeNote(server, conversation, "The first");
  await openConversation(conversation);
  await page.locator(".note", { hasText: "The first" }).waitFor();
  await refuse(page, /\/notes$/);
  const refused = page.waitForResponse(/\/notes$/);
  writeNote(server, conversation, "The second");
  await refused;
  await page.unroute(/\/notes$/);
  await page.locator(".note", { hasText: "The second" }).waitFor({ timeout: 20_000 });
  expect(await page.locator(".note").count()).toBe(2);
});

test("after a lost connection also a conversation outside the list shows who has it now", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await openConversation(conversation);
  await page.getByText("Resolved", { exact: true }).click();
  await page.locator(".empty-title").waitFor();
  await page.getByRole("button", { name: "Claim" }).waitFor();
  conversation.assignee = colleague;
  server.stream.cut(1012);
  await page.getByRole("button", { name: `Assigned to ${colleague.name}` }).waitFor();
  expect(await page.locator(".inbox-row").count()).toBe(0);
});
