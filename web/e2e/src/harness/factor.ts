import type { Page } from "playwright-core";

import { totp } from "./totp.ts";

/** Sets up a second factor on the page of one's own account, which is shown; gives the secret of the app. */
export async function setUpFactor(desk: Page): Promise<string> {
  await desk.getByRole("button", { name: "Set up" }).click();
  const dialog = desk.getByRole("dialog");
  await dialog.locator(".qr").waitFor();
  const secret = await dialog.getByLabel("Secret").inputValue();
  await dialog.getByLabel("Code").fill(totp(secret, 0));
  await dialog.getByRole("button", { name: "Confirm" }).click();
  await desk.getByText("Each of these opens your account once").waitFor();
  await desk.getByRole("button", { name: "I have kept them" }).click();
  return secret;
}
