import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";

import { signIn } from "../harness/agent.ts";
import { signInToConsole } from "../harness/console.ts";
import { useFixture, visit } from "../harness/fixture.ts";
import { createOrganization, type Organization } from "../harness/server.ts";

const fixture = useFixture();

async function shop(): Promise<Organization> {
  return createOrganization(inject("data"), fixture().host.origin);
}

async function settings(organization: Organization, page: string): Promise<Page> {
  const desk = await signInToConsole(fixture(), organization);
  await desk.goto(`${fixture().baseUrl}/console/#/settings/${page}`);
  await desk.reload();
  await desk.locator(".settings-page h3").first().waitFor();
  return desk;
}

async function save(desk: Page): Promise<void> {
  await desk.getByRole("button", { name: "Save", exact: true }).click();
  await desk.getByText("Saved.").waitFor();
}

/** The server reads an organization again every two seconds. */
async function visitUntil(
  organization: Organization,
  shown: (page: Page) => Promise<boolean>,
): Promise<Page> {
  const visitor = await visit(fixture(), { organization });
  await expect
    .poll(
      async () => {
        await visitor.page.reload();
        await visitor.called("onReady");
        return shown(visitor.page);
      },
      { timeout: 15_000 },
    )
    .toBe(true);
  return visitor.page;
}

test("what is set in the console is what the widget on a page shows, and the preview shows it before", async () => {
  const organization = await shop();
  const desk = await settings(organization, "widget");
  await desk.getByLabel("Colour", { exact: true }).fill("#ffd43b");
  await desk.getByText("The text on it is black").waitFor();
  await desk.getByText("the widget uses a darker shade").waitFor();
  await desk.locator("select[name=launcher]").selectOption("pill");
  await desk.getByLabel("Text on the button", { exact: true }).fill("Need help?");
  await desk.getByLabel("Greeting", { exact: true }).fill("Welcome to Aurora");
  await desk.getByLabel("Suggested questions").fill("Do you deliver?");
  const preview = desk.frameLocator("iframe");
  await preview.getByText("Welcome to Aurora").waitFor();
  // A frame that is shown smaller is clicked beside the point by the tool; a person hits it.
  await preview.getByRole("button", { name: "Do you deliver?" }).dispatchEvent("click");
  await preview.locator(".bubble", { hasText: "Do you deliver?" }).waitFor();
  await desk.getByLabel("Language of the preview").selectOption("es");
  await preview.getByRole("button", { name: "Enviar" }).waitFor();
  await desk.getByLabel("Device").getByText("Phone").click();
  await preview.getByRole("button", { name: "Enviar" }).waitFor();
  await desk.getByLabel("Opening hours", { exact: true }).getByText("Closed").click();
  await preview.getByText(/^Volvemos:/u).waitFor();
  await desk.locator("select[name=whenClosed]").selectOption("hide");
  await desk.locator(".widget-preview").getByText("The button is hidden").waitFor();
  await preview.locator(".launcher").waitFor({ state: "hidden" });
  await desk.locator("select[name=whenClosed]").selectOption("write");
  const agent = await signIn(fixture().baseUrl, organization);
  expect(await agent.conversations()).toEqual([]);
  expect(JSON.stringify(await agent.get("/v1/settings/keys"))).not.toContain("lastUsedAt");
  await save(desk);
  expect(await desk.getByLabel("HTML").inputValue()).toContain(organization.apiKey);
  const page = await visitUntil(
    organization,
    async (seen) => (await seen.getByRole("button", { name: "Need help?" }).count()) === 1,
  );
  const launcher = page.getByRole("button", { name: "Need help?" });
  expect(await launcher.evaluate((button) => getComputedStyle(button).backgroundColor)).toBe(
    "rgb(255, 212, 59)",
  );
  await launcher.click();
  await page.getByText("Welcome to Aurora").waitFor();
});

test("changes that were not saved are kept while somebody looks elsewhere, and can be discarded", async () => {
  const desk = await settings(await shop(), "widget");
  await desk.getByLabel("Title", { exact: true }).fill("Half a title");
  await desk.getByRole("link", { name: "Team", exact: true }).click();
  await desk.getByText("Your changes are kept, not saved.").waitFor();
  await desk.getByRole("button", { name: "Go back" }).click();
  await expect.poll(() => desk.getByLabel("Title", { exact: true }).inputValue()).toBe("Half a title");
  await desk.getByRole("button", { name: "Discard changes" }).click();
  expect(await desk.getByLabel("Title", { exact: true }).inputValue()).toBe("");
});

test("who is always open sets a time zone, and the reports go by it", async () => {
  const organization = await shop();
  const desk = await settings(organization, "organization");
  await desk.getByLabel("Time zone").fill("Asia/Tokyo");
  await save(desk);
  await desk.getByText("Always open.").waitFor();
  await desk.goto(`${fixture().baseUrl}/console/#/reports`);
  await desk.getByText("Days and hours of Asia/Tokyo, the organization’s time zone.").waitFor();
  expect(await desk.getByText("this browser’s time zone").count()).toBe(0);
});

test("outside the opening hours the widget says when somebody is back", async () => {
  const organization = await shop();
  const desk = await settings(organization, "organization");
  await desk.getByText("Always open.").waitFor();
  await desk.getByLabel("Name", { exact: true }).fill("Panadería");
  await desk.getByLabel("Answer at certain hours only").check();
  await desk.getByLabel("Time zone").fill("Nowhere");
  await desk.getByRole("button", { name: "Save", exact: true }).click();
  await desk.getByText("Choose a time zone from the list.").waitFor();
  await desk.getByLabel("Time zone").fill("America/Lima");
  // Open for one hour of a day that is neither today nor tomorrow, wherever this runs.
  const day = ((new Date().getDay() + 3) % 7) + 1;
  const days = desk.locator(".week-day");
  const remove = desk.getByLabel("Remove these hours");
  await expect
    .poll(
      async () => {
        await remove.first().click();
        return remove.count();
      },
      { timeout: 15_000 },
    )
    .toBe(0);
  await days
    .nth(day - 1)
    .getByRole("button", { name: /^Add hours/u })
    .click();
  await save(desk);
  await desk.getByText(/^Closed now, until/u).waitFor();
  const page = await visitUntil(organization, async (seen) => {
    const answer = await seen.evaluate(
      `fetch("${fixture().baseUrl}/v1/widget/settings?organizationId=${organization.organizationId}&apiKey=${organization.apiKey}", { cache: "no-store" }).then((answer) => answer.text())`,
    );
    return String(answer).includes("openings") && String(answer).includes("Panadería");
  });
  await page.reload();
  await page.getByRole("button", { name: "Open chat" }).click();
  await page.getByText(/^Back .*day/u).waitFor();
});

test("a key is replaced, kept and revoked, and an origin that is removed comes back by undo", async () => {
  const organization = await shop();
  const desk = await settings(organization, "keys");
  const row = desk.locator(".key").first();
  await row.getByText("Not used yet").waitFor();
  await row.getByRole("button", { name: /^Replace/u }).click();
  await desk.getByRole("dialog").getByRole("button", { name: "Replace" }).click();
  await row.getByText(/^Ends /u).waitFor();
  expect(await desk.locator(".key").count()).toBe(2);
  await row.getByRole("button", { name: /^Keep/u }).click();
  await row.getByRole("button", { name: /^Replace/u }).waitFor();
  await desk.locator(".origin-form input").fill("shop.example");
  await desk.getByRole("button", { name: "Allow" }).click();
  await desk.getByText("Begin with https://").waitFor();
  await desk.locator(".origin-form input").fill("https://shop.example/page");
  await desk.getByRole("button", { name: "Allow" }).click();
  await desk.locator(".origins code", { hasText: "https://shop.example" }).waitFor();
  await desk.getByRole("button", { name: "Remove https://shop.example" }).click();
  await desk.getByText("https://shop.example was removed.").waitFor();
  await desk.getByRole("button", { name: "Undo" }).click();
  await desk.locator(".origins code", { hasText: "https://shop.example" }).waitFor();
  await row.getByRole("button", { name: /^Revoke/u }).click();
  const dialog = desk.getByRole("dialog");
  await dialog.getByLabel("When").selectOption("0");
  await dialog.getByLabel(/^Write/u).fill(organization.apiKey.slice(-4));
  await dialog.getByRole("button", { name: "Revoke now" }).click();
  await expect.poll(() => desk.locator(".key").count()).toBe(1);
  const visitor = await visit(fixture(), { organization });
  expect(JSON.stringify(await visitor.called("onError"))).toContain("KEY_REVOKED");
});
