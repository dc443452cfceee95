import type { Page } from "playwright-core";
import { totp } from "../harness/totp.ts";
import { dialog, named, type View } from "./view.ts";

/** The second factor of the one who is signed in, on his page of the settings: set up, its codes, and off again. */
export function secondFactor(password: string): readonly View[] {
  let secret = "";
  let code = "";
  const buttons = ".me-factor-buttons button";
  return [
    {
      name: "settings-factor",
      open: async (desk) => {
        await desk.locator(buttons).click();
        await desk.locator(`${dialog} .qr`).waitFor();
        secret = await desk.locator(`${dialog} textarea`).inputValue();
      },
      within: dialog,
    },
    {
      name: "settings-factor-refused",
      open: async (desk) => {
        await confirm(desk, "000000");
        await desk.locator(`${dialog} [role=alert]`).waitFor();
      },
      within: dialog,
    },
    {
      name: "settings-factor-codes",
      open: async (desk) => {
        await confirm(desk, totp(secret, 0));
        const codes = desk.locator(`${named} textarea[rows='10']`);
        await codes.waitFor();
        code = (await codes.inputValue()).split("\n")[0] ?? "";
      },
      close: async (desk) => {
        await desk.locator(`${dialog} .dialog-buttons button`).click();
        await desk.locator(dialog).waitFor({ state: "detached" });
      },
      within: dialog,
    },
    {
      name: "settings-factor-on",
      open: (desk) => desk.locator(buttons).nth(1).waitFor(),
      within: ".settings-page",
    },
    {
      name: "settings-factor-off",
      open: async (desk) => {
        await desk.locator(buttons).nth(1).click();
        await desk.locator(`${named} input[name=password]`).waitFor();
      },
      close: async (desk) => {
        await desk.locator(`${dialog} input[name=password]`).fill(password);
        await confirm(desk, code);
        await desk.locator(dialog).waitFor({ state: "detached" });
      },
      within: dialog,
    },
  ];
}

async function confirm(desk: Page, code: string): Promise<void> {
  await desk.locator(`${dialog} input[name=code]`).fill(code);
  await desk.locator(`${dialog} [type=submit]`).click();
}
