import type { Page } from "playwright-core";

import type { Fixture } from "./fixture.ts";
import type { Organization } from "./server.ts";

/** The console of an organization's agent, signed in, in a browser of its own. */
export async function signInToConsole(fixture: Fixture, organization: Organization): Promise<Page> {
  const context = await fixture.browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
  });
  const desk = await context.newPage();
  await desk.goto(`${fixture.baseUrl}/console/`);
  await desk.getByLabel("Email").fill(organization.email);
  await desk.getByLabel("Password", { exact: true }).fill(organization.password);
  await desk.getByRole("button", { name: "Sign in" }).click();
  await desk.locator(".inbox-list").waitFor();
  return desk;
}
