import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";

import { askedBefore, sendAtOnce } from "../harness/console.ts";
import { addColleague, second } from "../harness/desks.ts";
import { useFixture, visit } from "../harness/fixture.ts";
import { createOrganization, type Organization } from "../harness/server.ts";

const fixture = useFixture();

async function signIn(page: Page, { email, password }: Organization): Promise<void> {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.locator(".inbox-list").waitFor();
}

test("once another agent signs in in another tab, a tab shows his desk with nothing of the one before, whose drafts are kept", async () => {
  const { baseUrl, browser, host } = fixture();
  const ada = await createOrganization(inject("data"), host.origin);
  const grace = await addColleague(ada);
  const visitor = await visit(fixture(), { organization: ada });
  await visitor.open();
  await visitor.send("Whose desk is this?");
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US" });
  await Promise.all([sendAtOnce(context), askedBefore(context)]);
  const [first, other] = [await context.newPage(), await context.newPage()];
  // A form that was opened before anybody had signed in.
  await other.goto(`${baseUrl}/console/`);
  await other.getByLabel("Email").waitFor();
  await first.goto(`${baseUrl}/console/`);
  await signIn(first, ada);
  await first.locator("a.inbox-row", { hasText: "Whose desk is this?" }).click();
  const reply = first.getByRole("textbox", { name: /^Reply to/u });
  await reply.fill("Of Ada");

  await signIn(other, grace);
  await first.getByRole("button", { name: second.name }).waitFor();
  await first.locator(".bubble", { hasText: "Whose desk is this?" }).waitFor();
  expect(await reply.inputValue()).toBe("");
  await reply.fill("It is mine");
  await first.keyboard.press("Enter");
  await other.locator("a.inbox-row", { hasText: "It is mine" }).waitFor();

  await context.clearCookies();
  await first.reload();
  await signIn(first, ada);
  await first.locator(".bubble", { hasText: "It is mine" }).waitFor();
  expect(await reply.inputValue()).toBe("Of Ada");
});
