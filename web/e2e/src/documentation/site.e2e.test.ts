import type { Page } from "playwright-core";
import { expect, test } from "vitest";

import { useFixture } from "../harness/fixture.ts";
import { WidgetPage } from "../harness/page.ts";

const fixture = useFixture();

interface Opened {
  readonly page: Page;
  readonly complaints: readonly string[];
}

async function open(address: string): Promise<Opened> {
  const { baseUrl, browser } = fixture();
  const page = await (await browser.newContext({ locale: "en-US" })).newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") {
      complaints.push(message.text());
    }
  });
  await page.goto(`${baseUrl}/docs/${address}`);
  return { page, complaints };
}

test.each([
  ["callbacks/", "en"],
  ["es/callbacks/", "es"],
  ["pt-br/callbacks/", "pt-BR"],
])("the server gives /docs/%s in its language, under a policy the page keeps", async (address, lang) => {
  const { page, complaints } = await open(address);
  expect(await page.locator("html").getAttribute("lang")).toBe(lang);
  expect(await page.locator("th code", { hasText: "onAnalyticsEvent" }).count()).toBe(1);
  expect(complaints).toEqual([]);
});

test("an unknown address of the documentation is answered by a page that leads back, with 404", async () => {
  const answer = await fetch(`${fixture().baseUrl}/docs/es/no-such-page/`);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('href="/docs/es/"');
});

test("the playground starts the chat as edited, tells of its callbacks, and shares by the address", async () => {
  const { page, complaints } = await open("playground/");
  const widget = new WidgetPage(page);
  const log = page.getByRole("log");
  await log.getByText("onReady").waitFor();
  await page.getByLabel("Options").fill('{ "locale": "pt-BR" }');
  await page.getByRole("button", { name: "Start the chat" }).click();
  await widget.open();
  await widget.send("Olá");
  await log.getByText("onMessageSent").waitFor();
  await page.getByRole("button", { name: "Copy link" }).click();
  expect(decodeURIComponent(new URL(page.url()).hash)).toBe('#{ "locale": "pt-BR" }');
  expect(complaints).toEqual([]);
});

test("the playground says what is wrong with options that cannot be read", async () => {
  const { page } = await open("playground/");
  await page.getByRole("log").getByText("onReady").waitFor();
  await page.getByLabel("Options").fill("{ locale: es }");
  await page.getByRole("button", { name: "Start the chat" }).click();
  await page.getByText("This is not valid JSON").waitFor();
  expect(await page.getByLabel("Options").getAttribute("aria-invalid")).toBe("true");
});
