import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/// The message with exactly that text.
export function bubble(page: Page, text: string): Locator {
  return page.locator(".bubble").getByText(text, { exact: true });
}

/// Shows the conversation in the page that is there.
export async function goToConversation(page: Page, { id }: { readonly id: string }): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/conversations/${id}`);
}

/// How many pixels of the thread are below what is in sight: none at its end.
export async function below(page: Page): Promise<number> {
  return page
    .locator(".thread-list")
    .evaluate(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight);
}

/// Scrolls up until that is shown and stays: the list may still be on its way to a reply, and go back there once more.
export async function scrollUp(page: Page, pixels: number, shown: string): Promise<void> {
  await page.locator(".thread-list").hover();
  const scrolled = async (): Promise<number> => {
    await page.mouse.wheel(0, -pixels);
    await page.evaluate(someFrames);
    return page.getByText(shown).count();
  };
  await expect.poll(scrolled).toBeGreaterThan(0);
}

/// Runs in the page: as many as the list takes to measure what has come and to go where it has to.
async function someFrames(): Promise<void> {
  for (let frame = 0; frame < 20; frame++) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/// How far, in pixels, the message has moved since before the page did that: to be polled, for the list measures what it has
/// put above in the frame after it.
export async function movedBy(message: Locator, run: () => Promise<unknown>): Promise<() => Promise<number>> {
  const before = await message.boundingBox();
  await run();
  return async () => {
    const after = await message.boundingBox();
    return Math.abs((after?.y ?? 0) - (before?.y ?? 1000));
  };
}
