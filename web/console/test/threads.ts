import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/// The message with exactly that text.
export function bubble(page: Page, text: string): Locator {
  return page.locator(".bubble").getByText(text, { exact: true });
}

/// Scrolls up until that is shown: the list may still be on its way to a reply.
export async function scrollUp(page: Page, pixels: number, shown: string): Promise<void> {
  await page.locator(".thread-list").hover();
  const scrolled = async (): Promise<number> => {
    await page.mouse.wheel(0, -pixels);
    return page.getByText(shown).count();
  };
  await expect.poll(scrolled).toBeGreaterThan(0);
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
