import type { Locator, Page } from "playwright-core";
import type { Stage } from "./console.ts";

/// Signs in and goes to a page of the settings.
export async function openSettings({ signIn, goto }: Stage, page: string): Promise<void> {
  await signIn();
  await goto(`#/settings/${page}`);
}

/// The English text in the dialog of a canned reply.
export function english(page: Page): Locator {
  return page.getByRole("textbox", { name: "Text in English" });
}

export async function dialogGone(page: Page): Promise<void> {
  await page.getByRole("dialog").waitFor({ state: "detached" });
}
