import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { useStage } from "./console.ts";
import type { StandIn } from "./standin/standin.ts";
import type { StandInConversation } from "./standin/world.ts";

const stage = useStage();

/// A talk with notes that mention the agent after these of its messages.
function talk(
  { world }: StandIn,
  count: number,
  mentions: Readonly<Record<number, string>>,
): StandInConversation {
  const conversation = world.open({ name: "Grace" });
  const begin = Date.parse("2026-01-05T08:00:00.000Z");
  for (let number = 1; number <= count; number++) {
    const timestamp = new Date(begin + number * 360_000).toISOString();
    world.append(conversation, { sender: "user", content: `message ${number}`, timestamp });
    const content = mentions[number];
    if (content !== undefined) {
      world.mention(conversation, content);
    }
  }
  conversation.ownRead = count;
  return conversation;
}

function note(page: Page, text: string): Locator {
  return page.locator(".note", { hasText: text });
}

function wayTo(page: Page): Locator {
  return page.getByRole("button", { name: "To the note that mentions you" });
}

function unseen({ notes }: StandInConversation): readonly string[] {
  return notes.filter((each) => each.unseen).map(({ content }) => content);
}

async function isInSight(part: Locator): Promise<boolean> {
  return part.evaluate((element) => {
    const thread = element.closest(".thread")?.getBoundingClientRect();
    const { top, bottom } = element.getBoundingClientRect();
    return thread !== undefined && top >= thread.top && bottom <= thread.bottom;
  });
}

test("the list of mentions leads to the note, however far up it stands, and it is seen by that only", async () => {
  const { page, signIn, server } = stage();
  const conversation = talk(server, 130, { 20: "Look at this, @Ada Lovelace" });
  await signIn();
  await page.getByRole("button", { name: "More views and filters" }).click();
  await page.locator(".filter-choice", { hasText: "Mentions of me" }).click();
  await page.locator("a.inbox-row").click();
  await note(page, "Look at this").waitFor();
  await expect.poll(() => isInSight(note(page, "Look at this"))).toBe(true);
  await expect.poll(() => unseen(conversation)).toEqual([]);
  await page.getByTitle("A note mentions you").waitFor({ state: "detached" });
});

test("who opens a conversation otherwise is shown the way to each note that mentions him", async () => {
  const { page, openConversation, server } = stage();
  const conversation = talk(server, 60, { 2: "First", 30: "Second", 59: "Third" });
  await openConversation(conversation);
  await note(page, "Third").waitFor();
  await expect.poll(() => unseen(conversation)).toEqual(["First", "Second"]);
  await wayTo(page).click();
  await expect.poll(() => isInSight(note(page, "First"))).toBe(true);
  await expect.poll(() => unseen(conversation)).toEqual(["Second"]);
  await wayTo(page).click();
  await expect.poll(() => isInSight(note(page, "Second"))).toBe(true);
  await expect.poll(() => unseen(conversation)).toEqual([]);
  await wayTo(page).waitFor({ state: "detached" });
});

test("the address of a note leads to it", async () => {
  const { page, signIn, server } = stage();
  const conversation = talk(server, 130, { 20: "Look at this" });
  await signIn(`#/conversations/${conversation.id}/${conversation.notes[0]?.id ?? ""}`);
  await note(page, "Look at this").and(page.locator('[data-found="true"]')).waitFor();
  await expect.poll(() => isInSight(note(page, "Look at this"))).toBe(true);
});

const granted = `window.Notification = class extends EventTarget {
  static permission = "granted";
  close() {}
  constructor() {
    super();
    window.notified = this;
  }
};`;

test("a notification of a mention leads to its note", async () => {
  const { page, signIn, server } = stage();
  const conversation = talk(server, 60, {});
  await page.addInitScript(granted);
  await signIn();
  await page.locator("a.inbox-row").waitFor();
  server.world.mention(conversation, "Look at this", new Date(Date.now() + 60_000).toISOString());
  const notified = (): Promise<boolean> => {
    // Told until it is heard: what notifies is loaded after the list, and takes a note once.
    server.stream.tell(server.world.inbox(conversation));
    return page.evaluate(() => "notified" in window);
  };
  await expect.poll(notified).toBe(true);
  await page.evaluate("window.notified.dispatchEvent(new Event('click'))");
  await note(page, "Look at this").and(page.locator('[data-found="true"]')).waitFor();
  expect(page.url()).toContain(`${conversation.id}/${conversation.notes[0]?.id ?? ""}`);
});

test("a note that is in sight of nobody stays unseen, and is seen when somebody looks", async () => {
  const { page, openConversation, server } = stage();
  const conversation = talk(server, 3, { 2: "Look at this" });
  await page.addInitScript("Document.prototype.hasFocus = () => window.looked === true");
  await openConversation(conversation);
  await note(page, "Look at this").waitFor();
  await page.waitForTimeout(1_000);
  expect(unseen(conversation)).toEqual(["Look at this"]);
  await page.evaluate("window.looked = true; window.dispatchEvent(new Event('focus'))");
  await expect.poll(() => unseen(conversation)).toEqual([]);
});
