import type { BrowserContext, Page } from "playwright-core";

import type { Fixture } from "./fixture.ts";
import type { Organization } from "./server.ts";

/** Replies of these consoles are sent at once: what takes them back for some seconds has tests of its own. */
export async function sendAtOnce(context: BrowserContext): Promise<void> {
  await context.addInitScript(`try {
    localStorage["chask.console.preferences"] ??= JSON.stringify({ undoSend: false });
  } catch {}`);
}

/** These agents have been asked for notifications long ago: what offers them has tests of its own. */
export async function askedBefore(context: BrowserContext): Promise<void> {
  await context.addInitScript(
    `Object.defineProperty(Notification, "permission", { get: () => "denied", configurable: true });`,
  );
}

/** The console of an organization's agent, signed in, in a browser of its own. */
export async function signInToConsole(
  fixture: Fixture,
  organization: Organization,
  { undoSend = false }: { readonly undoSend?: boolean } = {},
): Promise<Page> {
  const context = await fixture.browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
  });
  if (!undoSend) {
    await sendAtOnce(context);
  }
  await askedBefore(context);
  const desk = await context.newPage();
  await desk.goto(`${fixture.baseUrl}/console/`);
  await desk.getByLabel("Email").fill(organization.email);
  await desk.getByLabel("Password", { exact: true }).fill(organization.password);
  await desk.getByRole("button", { name: "Sign in" }).click();
  await desk.locator(".inbox-list").waitFor();
  return desk;
}
