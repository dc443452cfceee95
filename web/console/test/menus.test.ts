import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useStage } from "./console.ts";
import { openSettings } from "./settingsPage.ts";

const stage = useStage();

async function expectLeft(page: Page, button: string): Promise<void> {
  const opener = page.getByRole("button", { name: button });
  await opener.first().focus();
  await opener.first().press("Enter");
  const menu = page.getByRole("dialog", { name: button });
  await menu.locator(":focus").waitFor({ state: "attached" });
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await page.keyboard.press("Escape");
  await menu.waitFor({ state: "detached" });
  await opener.first().and(page.locator(":focus")).waitFor();
}

test.for(["Snooze", "Nobody has it", "Actions for this message", "More views and filters", "Account of"])(
  "%s closes by Escape when the focus is not in it, and gives it back to its button",
  async (button) => {
    const { page, openConversation, server } = stage();
    await openConversation(server.world.open({ name: "Grace" }, "Where is my parcel?"));
    await expectLeft(page, button);
  },
);

test("what can be done with a member closes by Escape when the focus is not in it", async () => {
  await openSettings(stage(), "team");
  await expectLeft(stage().page, "Actions for Grace Hopper");
});
