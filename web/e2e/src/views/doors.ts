import type { Page } from "playwright-core";
import type { Furnished } from "./furnish.ts";
import type { View } from "./view.ts";

/** What is seen by whom is not signed in. The page is at the console's address, and no session is kept. */
export function doors({ colleague, invitation }: Furnished): readonly View[] {
  return [
    { name: "sign-in", at: "#/", open: (page) => page.locator("input[name=email]").waitFor() },
    {
      name: "sign-in-refused",
      open: async (page) => {
        await enter(page, colleague.email, "not his pass phrase");
        await page.locator(".sign-in-problem [role=alert]").waitFor();
      },
    },
    {
      name: "sign-in-code",
      open: async (page) => {
        await enter(page, colleague.email, colleague.password);
        await page.locator("input[name=code]").waitFor();
      },
    },
    { name: "invitation", at: invitation, open: (page) => page.locator("input[name=name]").waitFor() },
    {
      name: "invitation-invalid",
      at: "#/invitation/nothing",
      open: (page) => page.locator(".sign-in-card a").waitFor(),
    },
    {
      name: "unreachable",
      open: async (page) => {
        await page.route("**/v1/sessions/current", (route) => route.abort());
        await page.evaluate("location.hash = '#/'");
        await page.reload();
        await page.locator(".sign-in-card[role=alert]").waitFor();
      },
      close: (page) => page.unroute("**/v1/sessions/current"),
    },
  ];
}

async function enter(page: Page, email: string, password: string): Promise<void> {
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(password);
  await page.locator("button[type=submit]").click();
}
