import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { useStage } from "./console.ts";
import { below, bubble, goToConversation, movedBy, scrollUp } from "./threads.ts";
import { longTalk } from "./standin/talks.ts";
import type { StandIn } from "./standin/standin.ts";
import type { StandInConversation } from "./standin/world.ts";

const stage = useStage();

const nearEnd = 80;
const long = "\nand so on".repeat(12);

/// Each frame comes that much later, as in a page that has much to do.
const slowFrames = (milliseconds: number): string => `{
  const inTime = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (call) => inTime(() => setTimeout(() => call(performance.now()), ${milliseconds}));
}`;

/// Faster than the list finds its end, slower than the page takes them together.
const betweenMilliseconds = 11;

async function writeInARow(server: StandIn, conversation: StandInConversation): Promise<void> {
  for (let number = 1; number <= 21; number++) {
    server.write(conversation, number % 2 === 0 ? `in a row ${number}${long}` : `in a row ${number}`);
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await pause(betweenMilliseconds);
  }
}

test("messages in a row keep the end in sight of who is there, and are read, even in a page that is slow", async () => {
  const { page, signIn, server } = stage();
  await page.addInitScript(slowFrames(80));
  const conversations = [1, 2, 3, 4, 5].map((n) => server.world.open({ name: `Grace ${n}` }, `Hi ${n}`));
  await signIn();
  for (const [index, conversation] of conversations.entries()) {
    // oxlint-disable no-await-in-loop -- one after the other
    await goToConversation(page, conversation);
    await bubble(page, `Hi ${index + 1}`).waitFor();
    await server.stream.frame((frame) => frame.type === "read" && frame.conversation === conversation.id);
    await writeInARow(server, conversation);
    await bubble(page, "in a row 21").waitFor();
    await expect.poll(() => below(page)).toBeLessThanOrEqual(nearEnd);
    await server.stream.frame(
      (frame) => frame.type === "read" && frame.conversation === conversation.id && frame.sequence === 22,
    );
    // oxlint-enable no-await-in-loop
  }
});

test("a message that is made longer keeps the end in sight of who is there, and does not move who reads above", async () => {
  const { page, openConversation, server } = stage();
  const conversation = longTalk(server, 60);
  const make = (content: string): void => {
    const edits = conversation.messages[59]?.id;
    server.world.append(conversation, { sender: "user", content, ...(edits && { edits }) });
    server.stream.announce(conversation);
  };
  await openConversation(conversation);
  await server.stream.frame((frame) => frame.type === "read");
  make(`Longer${long}`);
  await page.locator(".bubble", { hasText: "Longer" }).waitFor();
  await expect.poll(() => below(page)).toBeLessThanOrEqual(1);
  await scrollUp(page, 800, "To the latest message");
  const end = await below(page);
  const moved = await movedBy(page.locator(".message:visible").first(), async () => {
    make(`Longest${long}${long}`);
    await expect.poll(() => below(page)).toBeGreaterThan(end + 100);
  });
  await expect.poll(moved).toBeLessThan(2);
});
