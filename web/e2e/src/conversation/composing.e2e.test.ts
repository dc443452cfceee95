import type { Locator, Page } from "playwright-core";
import { expect, inject, test } from "vitest";

import { onlyConversation, signIn } from "../harness/agent.ts";
import { signInToConsole } from "../harness/console.ts";
import { second, twoDesks } from "../harness/desks.ts";
import { hand } from "../harness/files.ts";
import { useFixture } from "../harness/fixture.ts";
import { createOrganization } from "../harness/server.ts";
import { bareVisitor } from "../harness/visitor.ts";

const fixture = useFixture();

function replyBox(desk: Page): Locator {
  return desk.getByRole("textbox", { name: /^Reply to/u });
}

function noteBox(desk: Page): Locator {
  return desk.getByRole("textbox", { name: "Note for your colleagues" });
}

async function chooseNote(desk: Page): Promise<void> {
  await desk.locator(".thread").click();
  await desk.keyboard.press("n");
  // The key has led into the box: what is typed next is no shortcut.
  await noteBox(desk).and(desk.locator(":focus")).waitFor();
}

test("files that are dropped or pasted while a note or an edit is written are refused, and reach no visitor", async () => {
  const {
    visitor,
    desks: [ada],
  } = await twoDesks(fixture(), "Is this secret?");
  await chooseNote(ada);
  await ada.keyboard.type("Secret");
  for (const kind of ["drop", "paste"] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one way after the other
    await hand(ada, kind, ".composer textarea", ["secret.txt"]);
    // oxlint-disable-next-line no-await-in-loop
    await ada.locator(".notice", { hasText: "Notes take no files." }).waitFor();
  }
  await ada.getByText("Reply", { exact: true }).click();
  await replyBox(ada).fill("Not at all");
  expect(await ada.locator(".upload").count()).toBe(0);
  await replyBox(ada).press("Enter");
  await visitor.dialog.getByText("Not at all", { exact: true }).waitFor();

  const sent = ada.locator("article.message", { hasText: "Not at all" });
  await sent.hover();
  await sent.getByRole("button", { name: "Actions for this message" }).click();
  await ada.getByRole("button", { name: "Edit", exact: true }).click();
  await expect.poll(() => replyBox(ada).inputValue()).toBe("Not at all");
  for (const kind of ["drop", "paste"] as const) {
    // oxlint-disable-next-line no-await-in-loop
    await hand(ada, kind, ".composer textarea", ["secret.txt"]);
    // oxlint-disable-next-line no-await-in-loop
    await ada.locator(".notice", { hasText: "Files cannot be added to a message that was sent." }).waitFor();
  }
  await replyBox(ada).press("Escape");
  await replyBox(ada).fill("Bye");
  expect(await ada.locator(".upload").count()).toBe(0);
  await replyBox(ada).press("Enter");
  await visitor.dialog.getByText("Bye", { exact: true }).waitFor();
  expect(await visitor.dialog.locator(".bubble .file").count()).toBe(0);
});

test("a reply and a note that were begun come through a reload, into another tab, and outlive their tabs", async () => {
  const {
    desks: [ada],
  } = await twoDesks(fixture(), "Are you there?");
  await replyBox(ada).fill("Half a reply");
  await chooseNote(ada);
  await ada.keyboard.type("Half a note");
  await ada.reload();
  await expect.poll(() => noteBox(ada).inputValue()).toBe("Half a note");
  await ada.getByText("Reply", { exact: true }).click();
  expect(await replyBox(ada).inputValue()).toBe("Half a reply");

  const other = await ada.context().newPage();
  await other.goto(ada.url());
  await expect.poll(() => replyBox(other).inputValue()).toBe("Half a reply");
  await replyBox(other).fill("The whole reply");
  await expect.poll(() => replyBox(ada).inputValue()).toBe("The whole reply");

  const context = ada.context();
  const address = ada.url();
  await Promise.all([ada.close(), other.close()]);
  const later = await context.newPage();
  await later.goto(address);
  await expect.poll(() => replyBox(later).inputValue()).toBe("The whole reply");
  await replyBox(later).press("Enter");
  await later.locator(".bubble", { hasText: "The whole reply" }).waitFor();
  await later.reload();
  await later.locator(".bubble", { hasText: "The whole reply" }).waitFor();
  expect(await replyBox(later).inputValue()).toBe("");
});

async function mentionSecond(desk: Page): Promise<void> {
  await chooseNote(desk);
  await desk.keyboard.type("Do you know, @hop");
  await desk.getByRole("option", { name: second.name }).waitFor();
  await desk.keyboard.press("Enter");
  await desk.keyboard.type("that?");
  await desk.keyboard.press("Enter");
  await desk.locator(".note", { hasText: `Do you know, @${second.name} that?` }).waitFor();
}

test("a colleague who is mentioned by the picker is told until he has the conversation before him", async () => {
  const {
    desks: [ada, grace],
  } = await twoDesks(fixture(), "Who knows?");
  await grace.evaluate("location.hash = '#/'");
  await mentionSecond(ada);
  const mark = grace.getByTitle("A note mentions you");
  await mark.waitFor({ state: "attached" });

  let told = 0;
  grace.on("request", (request) => {
    told += request.url().includes("/mentions/seen") ? 1 : 0;
  });
  await grace.evaluate("document.hasFocus = () => false");
  await grace.locator("a.inbox-row").click();
  await grace.locator(".note", { hasText: "Do you know" }).waitFor();
  expect(told).toBe(0);
  expect(await mark.count()).toBe(1);
  await grace.evaluate("delete document.hasFocus; window.dispatchEvent(new Event('focus'))");
  await mark.waitFor({ state: "detached" });
  expect(told).toBe(1);
});

test("the list of mentions leads to the note above everything that was written since, and it is seen only there", async () => {
  const {
    organization,
    desks: [ada, grace],
  } = await twoDesks(fixture(), "Who knows?");
  await grace.evaluate("location.hash = '#/'");
  await mentionSecond(ada);
  const agent = await signIn(fixture().baseUrl, organization);
  const { id } = await onlyConversation(agent);
  for (let count = 1; count <= 60; count++) {
    // oxlint-disable-next-line no-await-in-loop -- in this order
    await agent.reply(id, `Answer ${count}`);
  }
  const mark = grace.getByTitle("A note mentions you");
  await grace.locator("a.inbox-row", { hasText: "Answer 60" }).click();
  await grace.locator(".bubble", { hasText: "Answer 60" }).waitFor();
  await grace.getByRole("button", { name: "To the note that mentions you" }).waitFor();
  expect(await mark.count()).toBe(1);
  await grace.getByRole("button", { name: "More views and filters" }).click();
  await grace.locator(".filter-choice", { hasText: "Mentions of me" }).click();
  await grace.locator("a.inbox-row").click();
  const note = grace.locator(".note", { hasText: "Do you know" });
  await note.waitFor();
  await expect.poll(() => isInSight(note)).toBe(true);
  await mark.waitFor({ state: "detached" });
});

test("the way to what is unread leads to its first message", async () => {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const visitor = await bareVisitor(fixture().baseUrl, organization, fixture().host.origin);
  const lines = "\nand so on".repeat(6);
  for (let count = 1; count <= 14; count++) {
    // oxlint-disable-next-line no-await-in-loop -- in this order
    await visitor.post(`Message ${count} of many${lines}`);
  }
  const desk = await signInToConsole(fixture(), organization);
  await desk.locator("a.inbox-row").click();
  await desk.locator(".bubble", { hasText: "Message 14 of many" }).waitFor();
  await desk.getByRole("button", { name: "To the first unread message" }).click();
  const first = desk.locator(".bubble", { hasText: "Message 1 of many" });
  await first.waitFor();
  await expect.poll(() => isInSight(first)).toBe(true);
  await desk.locator(".unread-line").waitFor();
  await desk.getByRole("button", { name: "To the first unread message" }).waitFor({ state: "detached" });
});

test("who comes back to a conversation is led to the first message that he missed", async () => {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const [one, other] = await Promise.all(
    [1, 2].map(() => bareVisitor(fixture().baseUrl, organization, fixture().host.origin)),
  );
  await one?.post("First question");
  await other?.post("Something else");
  const desk = await signInToConsole(fixture(), organization);
  for (const words of ["First question", "Something else"]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await desk.locator("a.inbox-row", { hasText: words }).click();
    // oxlint-disable-next-line no-await-in-loop
    await desk.locator(".bubble", { hasText: words }).waitFor();
  }
  for (let count = 1; count <= 20; count++) {
    // oxlint-disable-next-line no-await-in-loop -- in this order
    await one?.post(`Missed ${count}`);
  }
  await desk.locator("a.inbox-row", { hasText: "Missed 20" }).click();
  await desk.locator(".bubble", { hasText: "Missed 20" }).waitFor();
  await desk.getByRole("button", { name: "To the first unread message" }).click();
  const first = desk.locator(".unread-line + .message .bubble").getByText("Missed 1", { exact: true });
  await first.waitFor();
  await expect.poll(() => isInSight(first)).toBe(true);
});

async function isInSight(part: Locator): Promise<boolean> {
  return part.evaluate((element) => {
    const thread = element.closest(".thread")?.getBoundingClientRect();
    const { top, bottom } = element.getBoundingClientRect();
    return thread !== undefined && top >= thread.top && bottom <= thread.bottom;
  });
}

test("an emoji is put where the caret stands, and reaches the visitor", async () => {
  const {
    visitor,
    desks: [ada],
  } = await twoDesks(fixture(), "Is it good news?");
  await replyBox(ada).fill("Yes !");
  await replyBox(ada).press("ArrowLeft");
  await ada.getByRole("button", { name: "Emojis" }).click();
  await ada.getByRole("searchbox").and(ada.locator(".emoji-search")).fill("rocket");
  await ada.keyboard.press("Enter");
  await expect.poll(() => replyBox(ada).inputValue()).toBe("Yes 🚀!");
  await replyBox(ada).and(ada.locator(":focus")).waitFor();
  await ada.keyboard.press("Enter");
  await visitor.dialog.getByText("Yes 🚀!", { exact: true }).waitFor();
});
