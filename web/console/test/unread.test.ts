import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { useStage } from "./console.ts";
import type { StandIn } from "./standin/standin.ts";
import type { StandInConversation } from "./standin/world.ts";
import { bubble, goToConversation } from "./threads.ts";

const stage = useStage();

/// The first line of what stands right below the line.
async function belowLine(page: Page): Promise<string | undefined> {
  const text = await page.locator(".unread-line + .message .bubble").innerText();
  return text.split("\n", 1)[0];
}

function wayUp(page: Page): Locator {
  return page.getByRole("button", { name: "To the first unread message" });
}

function writeMany(server: StandIn, conversation: StandInConversation, count: number, word: string): void {
  for (let number = 1; number <= count; number++) {
    server.write(conversation, `${word} ${number}`);
  }
}

/// The page stays as it is, but nobody looks at it.
async function lookAway(page: Page): Promise<void> {
  await page.evaluate("document.hasFocus = () => false; window.dispatchEvent(new Event('blur'))");
}

async function lookBack(page: Page): Promise<void> {
  await page.evaluate("delete document.hasFocus; window.dispatchEvent(new Event('focus'))");
}

test("who comes back to a conversation is shown where what he missed begins, and led there", async () => {
  const { page, openConversation, server } = stage();
  const first = server.world.open({ name: "Grace" }, "Hi");
  const other = server.world.open({ name: "Linus" }, "Hello");
  await openConversation(first);
  await bubble(page, "Hi").waitFor();
  await server.stream.frame((frame) => frame.type === "read" && frame.conversation === first.id);
  await goToConversation(page, other);
  await bubble(page, "Hello").waitFor();
  await server.stream.frame((frame) => frame.type === "unwatch" && frame.conversation === first.id);
  writeMany(server, first, 20, "missed");
  await goToConversation(page, first);
  await bubble(page, "missed 20").waitFor();
  await wayUp(page).click();
  await expect.poll(() => belowLine(page)).toBe("missed 1");
  await wayUp(page).waitFor({ state: "detached" });
});

test("who has looked elsewhere finds the line above what came meanwhile, and none when nothing came", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  conversation.ownRead = 1;
  await openConversation(conversation);
  await server.stream.frame((frame) => frame.type === "watch");
  server.write(conversation, "Are you there?");
  await bubble(page, "Are you there?").waitFor();
  await server.stream.frame((frame) => frame.type === "read" && frame.sequence === 2);
  await lookAway(page);
  await lookBack(page);
  expect(await page.locator(".unread-line").count()).toBe(0);
  await lookAway(page);
  writeMany(server, conversation, 20, "missed");
  await bubble(page, "missed 20").waitFor();
  await lookBack(page);
  // What is read only once he has gone up begins where he left.
  await server.stream.frame((frame) => frame.type === "read" && frame.sequence === 22);
  await wayUp(page).click();
  await expect.poll(() => belowLine(page)).toBe("missed 1");
  await wayUp(page).waitFor({ state: "detached" });

  await lookAway(page);
  server.write(conversation, "Once more");
  // The list is told after the thread.
  await page.locator("a.inbox-row", { hasText: "Once more" }).waitFor();
  await lookBack(page);
  await expect.poll(() => belowLine(page)).toBe("Once more");
});

test("what comes before his eyes gets no line", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  conversation.ownRead = 1;
  await openConversation(conversation);
  await server.stream.frame((frame) => frame.type === "watch");
  writeMany(server, conversation, 3, "seen");
  await bubble(page, "seen 3").waitFor();
  await server.stream.frame((frame) => frame.type === "read" && frame.sequence === 4);
  expect(await page.locator(".unread-line").count()).toBe(0);
});

test("five long messages have a way to the first of them, and a short one that is in sight has none", async () => {
  const { page, openConversation, server } = stage();
  const long = "\nand so on".repeat(12);
  const conversation = server.world.open(
    { name: "Grace" },
    ...[1, 2, 3, 4, 5].map((n) => `long ${n}${long}`),
  );
  const short = server.world.open({ name: "Linus" }, "one", "two");
  await openConversation(conversation);
  await wayUp(page).click();
  await expect.poll(() => belowLine(page)).toBe("long 1");
  await wayUp(page).waitFor({ state: "detached" });
  await goToConversation(page, short);
  await page.locator(".unread-line").waitFor();
  await page.waitForTimeout(1_000);
  expect(await wayUp(page).count()).toBe(0);
});

test("more than a hundred unread messages have their line above the first, however many the list counts", async () => {
  const { page, openConversation, server } = stage();
  const all = Array.from({ length: 160 }, (_, index) => `message ${index + 1}`);
  const conversation = server.world.open({ name: "Grace" }, ...all);
  conversation.ownRead = 10;
  await openConversation(conversation);
  await bubble(page, "message 160").waitFor();
  await wayUp(page).click();
  await expect.poll(() => belowLine(page)).toBe("message 11");
});
