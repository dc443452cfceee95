import type { Browser, Page } from "playwright-core";
import { expect, inject, test } from "vitest";

import { setUpFactor } from "../harness/factor.ts";
import { useFixture } from "../harness/fixture.ts";
import { createOrganization } from "../harness/server.ts";
import { totp } from "../harness/totp.ts";

const fixture = useFixture();
const password = "quiet mountain river";

async function desk(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-US" });
  return context.newPage();
}

async function signIn(page: Page, email: string, secret: string): Promise<void> {
  await page.goto(`${fixture().baseUrl}/console/`);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(secret);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function settings(page: Page, name: string): Promise<void> {
  await page.goto(`${fixture().baseUrl}/console/#/settings/${name}`);
  await page.reload();
  await page.locator(".settings-page .section, .settings-page table").first().waitFor();
}

async function invite(owner: Page, email: string): Promise<string> {
  await settings(owner, "team");
  await owner.getByRole("button", { name: "Invite" }).click();
  await owner.getByRole("dialog").getByLabel("Email").fill(email);
  await owner.getByRole("button", { name: "Make the link" }).click();
  const link = await owner.getByRole("dialog").getByLabel("Link").inputValue();
  await owner.getByRole("button", { name: "Done" }).click();
  return link;
}

async function accept(guest: Page, link: string): Promise<void> {
  await guest.goto(link);
  await guest.getByLabel("Your name").fill("Nina");
  await guest.getByLabel("Password", { exact: true }).fill("password123");
  await guest.getByRole("button", { name: "Join" }).click();
  await guest.getByText("one of the first that guessers try").waitFor();
  await guest.getByLabel("Password", { exact: true }).fill(password);
  await guest.getByRole("button", { name: "Join" }).click();
  await guest.locator(".organization").waitFor();
}

/** Gives the secret of the app. */
async function enrol(guest: Page): Promise<string> {
  await settings(guest, "account");
  const secret = await setUpFactor(guest);
  await guest.getByText("On. Recovery codes left: 10.").waitFor();
  return secret;
}

test("somebody is invited, joins, sets up a second factor, signs in with it, and gets another role; the audit log tells", async () => {
  const { browser } = fixture();
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const email = `nina-${Date.now()}@example.com`;
  const owner = await desk(browser);
  await signIn(owner, organization.email, organization.password);
  await owner.locator(".organization").waitFor();
  const guest = await desk(browser);
  await accept(guest, await invite(owner, email));
  const secret = await enrol(guest);

  const again = await desk(browser);
  await signIn(again, email, password);
  await again.getByLabel("Code").fill("000000");
  await again.getByRole("button", { name: "Sign in", exact: true }).click();
  await again.getByText("This code is not valid").waitFor();
  expect(await again.getByRole("alert").filter({ hasText: "This code" }).count()).toBe(1);
  await again.getByLabel("Code").fill(totp(secret, 1));
  await again.getByRole("button", { name: "Sign in", exact: true }).click();
  await again.locator(".organization").waitFor();
  await again.locator(".account-button").click();
  await again.getByRole("link", { name: "Settings" }).click();
  expect(await again.getByRole("link", { name: "Audit log" }).count()).toBe(0);

  await settings(owner, "team");
  const changed = owner.waitForResponse((answer) => answer.request().method() === "PATCH");
  await owner.getByLabel("Role of Nina").selectOption("admin");
  expect((await changed).ok()).toBe(true);
  await settings(owner, "audit");
  await owner.getByRole("cell", { name: "Role changed: Nina" }).waitFor();
  await owner.getByRole("cell", { name: "Second factor switched on" }).waitFor();
  await again.reload();
  await again.getByRole("link", { name: "Audit log" }).click();
  await again.getByRole("cell", { name: `Invitation made: ${email}` }).waitFor();

  await settings(owner, "team");
  await owner.getByRole("button", { name: "Actions for Nina" }).click();
  await owner.getByRole("button", { name: "Disable" }).click();
  await owner.getByRole("dialog", { name: "Disable Nina" }).getByRole("button", { name: "Disable" }).click();
  await again.getByText("Your session has ended.").waitFor();
  await guest.getByText("Your session has ended.").waitFor();
});
