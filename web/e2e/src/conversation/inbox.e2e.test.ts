import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";

import { signInToConsole } from "../harness/console.ts";
import { useFixture } from "../harness/fixture.ts";
import { createOrganization } from "../harness/server.ts";
import { bareVisitor } from "../harness/visitor.ts";

const fixture = useFixture();

/** A console, and what makes a new visitor write there. */
async function desk(): Promise<{ readonly page: Page; readonly write: (words: string) => Promise<unknown> }> {
  const { baseUrl, host } = fixture();
  const organization = await createOrganization(inject("data"), host.origin);
  const page = await signInToConsole(fixture(), organization);
  const write = async (words: string): Promise<unknown> =>
    (await bareVisitor(baseUrl, organization, host.origin)).post(words);
  return { page, write };
}

async function claim(page: Page, words: string): Promise<void> {
  await page.locator("a.inbox-row", { hasText: words }).click();
  await page.locator(".bubble", { hasText: words }).waitFor();
  await page.getByRole("button", { name: "Claim" }).click();
  await page.getByRole("button", { name: /^Assigned to/u }).waitFor();
}

async function leadTo(page: Page, hash: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
}

/** Which view is lit, and what its list holds. */
async function listed(page: Page): Promise<readonly string[]> {
  // Beside the list such a title says that no conversation is chosen.
  await page.locator(".inbox-row-preview, .inbox .empty-title").first().waitFor();
  const lit = page
    .locator(".inbox-views .view", { has: page.locator("input:checked") })
    .locator(".view-name");
  return [await lit.innerText(), ...(await page.locator(".inbox-row-preview").allInnerTexts())];
}

test("the list that was chosen is lit over its own rows beside the settings, and after a reload", async () => {
  const { page, write } = await desk();
  await write("Whose am I?");
  await write("Nobody's");
  // What comes above a row moves it.
  await expect
    .poll(() => page.locator(".inbox-row-preview").allInnerTexts())
    .toEqual(["Nobody's", "Whose am I?"]);
  await claim(page, "Whose am I?");
  await page.locator(".view", { hasText: "Mine" }).click();
  const mine = ["Mine", "Whose am I?"];
  await expect.poll(() => listed(page)).toEqual(mine);
  await leadTo(page, "#/settings/account");
  await page.locator(".settings-page").waitFor();
  await leadTo(page, "#/");
  expect(await listed(page)).toEqual(mine);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).search));
  await page.reload();
  expect(await listed(page)).toEqual(mine);
  // The list is asked for as it was chosen from the start.
  expect(asked.filter((query) => query.includes("status=open"))).toEqual(
    expect.arrayContaining([expect.stringContaining("assignee=me")]),
  );
  expect(asked.filter((query) => /^\?status=open&snoozed=false$/u.test(query))).toEqual([]);
});

test("the title counts what is one's own or nobody's, whatever list is shown, beside the settings and reports too", async () => {
  const { page, write } = await desk();
  await write("First");
  await write("Second");
  await expect.poll(() => page.title()).toContain("(2)");
  await claim(page, "First");
  await expect.poll(() => page.title()).toContain("(1)");
  await leadTo(page, "#/");
  await page.locator(".view", { hasText: "Mine" }).click();
  await expect.poll(() => listed(page)).toEqual(["Mine", "First"]);
  await write("Third");
  await expect.poll(() => page.title()).toBe("(2) Conversations · Chask");
  await leadTo(page, "#/settings/account");
  await write("Fourth");
  await expect.poll(() => page.title()).toBe("(3) My account · Chask");
  await leadTo(page, "#/reports");
  await write("Fifth");
  await expect.poll(() => page.title()).toBe("(4) Reports · Chask");
});
