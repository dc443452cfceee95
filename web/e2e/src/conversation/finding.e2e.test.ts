import type { Locator, Page } from "playwright-core";
import { expect, inject, test } from "vitest";

import { signInToConsole } from "../harness/console.ts";
import { useFixture, visit } from "../harness/fixture.ts";
import { createOrganization, type Organization } from "../harness/server.ts";

const fixture = useFixture();
const menu = "More views and filters";

/** Visitors, each with his name and what he says, one message after the other. */
async function organizationWith(
  visitors: readonly { readonly name: string; readonly says: readonly string[] }[],
): Promise<Organization> {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  for (const { name, says } of visitors) {
    // oxlint-disable-next-line no-await-in-loop -- one visitor after the other
    const visitor = await visit(fixture(), { organization, config: `user: { name: "${name}" },` });
    // oxlint-disable-next-line no-await-in-loop
    await visitor.open();
    for (const words of says) {
      // oxlint-disable-next-line no-await-in-loop
      await visitor.send(words);
    }
  }
  return organization;
}

/** What the search shows for these words; asked anew each time, for what was written a moment ago may come late. */
async function found(desk: Page, words: string): Promise<readonly string[]> {
  await desk.locator(".search-input").fill("");
  await desk.locator(".search-input").fill(words);
  await desk.locator(".search-row, .inbox-list .empty-title").first().waitFor();
  return desk.locator(".search-row").allInnerTexts();
}

test("a name and a matter find the conversation, though no message has both", async () => {
  const organization = await organizationWith([
    { name: "María Núñez", says: ["Good morning", "I would like a refund", "Order 7731"] },
    { name: "Alan", says: ["A refund, please"] },
  ]);
  const desk = await signInToConsole(fixture(), organization);
  await expect.poll(() => found(desk, "maria refund")).toHaveLength(1);
  const hit = desk.locator(".search-row");
  await hit.locator("mark", { hasText: "María" }).waitFor();
  await hit.locator("mark", { hasText: "refund" }).waitFor();
  await expect.poll(() => found(desk, "7731 refunds")).toHaveLength(1);
  await expect.poll(() => found(desk, "alan 7731")).toHaveLength(0);
  await found(desk, "maria refund");
  await hit.click();
  await desk.locator(".bubble", { hasText: "I would like a refund" }).waitFor();
});

function byTag(desk: Page): Locator {
  return desk.locator(".filter-select", { hasText: "Any tag" }).locator("select");
}

test("a saved view is there on another browser, is marked, and follows its tag when that is renamed", async () => {
  const organization = await organizationWith([
    { name: "Grace", says: ["Where is my money?"] },
    { name: "Alan", says: ["Hello"] },
  ]);
  const desk = await signInToConsole(fixture(), organization);
  await desk.getByRole("link", { name: /Where is my money/u }).click();
  await desk.getByRole("button", { name: "Add tag" }).click();
  await desk.keyboard.type("refund");
  await desk.keyboard.press("Enter");
  await desk.getByRole("button", { name: "Remove tag refund" }).waitFor();
  await desk.getByRole("button", { name: menu }).click();
  await byTag(desk).selectOption("refund");
  await desk.getByRole("textbox", { name: "Save this view as" }).fill("Money");
  await desk.keyboard.press("Enter");
  await desk.getByRole("button", { name: "Money", exact: true, pressed: true }).waitFor();
  await desk.keyboard.press("Escape");

  await desk.goto(`${fixture().baseUrl}/console/#/settings/tags`);
  await desk.getByRole("button", { name: "Rename refund" }).click();
  await desk.getByRole("textbox", { name: "New name" }).fill("repayment");
  await desk.getByRole("button", { name: "Rename", exact: true }).click();
  await desk.getByRole("row", { name: /^repayment 1/u }).waitFor();

  const elsewhere = await signInToConsole(fixture(), organization);
  await elsewhere.getByRole("link", { name: /Hello/u }).waitFor();
  await elsewhere.getByRole("button", { name: menu }).click();
  await elsewhere.getByRole("button", { name: "Money", exact: true, pressed: false }).click();
  await elsewhere.getByRole("link", { name: /Hello/u }).waitFor({ state: "detached" });
  await elsewhere.getByRole("link", { name: /Where is my money/u }).waitFor();
  await elsewhere.getByRole("button", { name: menu }).click();
  await elsewhere.getByRole("button", { name: "Money", exact: true, pressed: true }).waitFor();
  expect(await byTag(elsewhere).inputValue()).toBe("repayment");
  await elsewhere.getByRole("button", { name: "Delete Money" }).press("Enter");
  await elsewhere.getByRole("button", { name: "Money", exact: true }).waitFor({ state: "detached" });
});
