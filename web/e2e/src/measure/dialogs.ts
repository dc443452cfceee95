import type { Page } from "playwright-core";
import { totp } from "../harness/totp.ts";

type Take = (view: string) => Promise<void>;

/** What opens above a conversation: the visitor's data where they have no column, the question before a block, the keys. */
export async function aboveTheConversation(page: Page, take: Take): Promise<void> {
  const panel = page.locator(".thread-head button[aria-expanded]");
  const sheet = (await panel.getAttribute("aria-expanded")) === "false";
  if (sheet) {
    await panel.click();
    await page.locator(".visitor-group").first().waitFor();
    await take("dialog-visitor");
  }
  await page.locator(".visitor-group > button").click();
  await page.locator("[role=dialog] .danger-button").waitFor();
  await take("dialog-block");
  await page.keyboard.press("Escape");
  await page.locator("[role=dialog] .danger-button").waitFor({ state: "detached" });
  if (sheet) {
    await page.keyboard.press("Escape");
    await page.locator("[role=dialog]").waitFor({ state: "detached" });
  }
  await page.locator("main").focus();
  for (const [key, view] of [
    ["?", "dialog-keys"],
    ["Control+k", "dialog-palette"],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one dialog after the other
    await page.keyboard.press(key);
    // oxlint-disable-next-line no-await-in-loop
    await page.locator("[role=dialog]").waitFor();
    // oxlint-disable-next-line no-await-in-loop
    await take(view);
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press("Escape");
    // oxlint-disable-next-line no-await-in-loop
    await page.locator("[role=dialog]").waitFor({ state: "detached" });
  }
}

/** The second factor of the one who is signed in, on his page of the settings: set up, its codes, and off again. */
export async function secondFactor(page: Page, password: string, take: Take): Promise<void> {
  const dialog = page.locator("[role=dialog]");
  const submit = dialog.locator("[type=submit]");
  await page.locator(".me-factor-buttons button").click();
  await dialog.locator(".qr").waitFor();
  await take("dialog-factor");
  const secret = await dialog.locator("textarea").inputValue();
  await dialog.locator("input[name=code]").fill("000000");
  await submit.click();
  await dialog.locator("[role=alert]").waitFor();
  await take("dialog-factor-refused");
  await dialog.locator("input[name=code]").fill(totp(secret, 0));
  await submit.click();
  const codes = dialog.locator("textarea[rows='10']");
  await codes.waitFor();
  await take("dialog-factor-codes");
  const [code = ""] = (await codes.inputValue()).split("\n");
  await dialog.locator(".dialog-buttons button").click();
  const off = page.locator(".me-factor-buttons button").nth(1);
  await off.waitFor();
  await take("settings-account-factor");
  await off.click();
  await dialog.locator("input[name=password]").waitFor();
  await take("dialog-factor-off");
  await switchOff(page, code, password);
}

async function switchOff(page: Page, code: string, password: string): Promise<void> {
  const dialog = page.locator("[role=dialog]");
  await dialog.locator("input[name=code]").fill(code);
  await dialog.locator("input[name=password]").fill(password);
  await dialog.locator("[type=submit]").click();
  await dialog.waitFor({ state: "detached" });
}
