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

test.each([
  ["", "The start call", "Start the chat", "Copy link"],
  ["es/", "La llamada de inicio", "Iniciar el chat", "Copiar enlace"],
  ["pt-br/", "A chamada de início", "Iniciar o chat", "Copiar link"],
])(
  "the playground /docs/%s starts the chat as edited, and its link opens the same",
  async (folder, call, run, share) => {
    const { page, complaints } = await open(`${folder}playground/`);
    const widget = new WidgetPage(page);
    const log = page.getByRole("log");
    await log.getByText("onReady").waitFor();
    const edited = 'ChaskWidget.init({\n  apiKey,\n  organizationId,\n  callbacks,\n  locale: "pt-BR",\n});';
    await page.getByLabel(call).fill(edited);
    await page.getByRole("button", { name: run }).click();
    await widget.open();
    await widget.send("Olá");
    await log.getByText("onMessageSent").waitFor();
    await page.getByRole("button", { name: share }).click();
    await page.getByRole("status").filter({ hasText: /\S/u }).waitFor();
    expect(decodeURIComponent(new URL(page.url()).hash)).toBe(`#${edited}`);
    const shared = await open(`${folder}playground/${new URL(page.url()).hash}`);
    await shared.page.getByRole("log").getByText("onReady").waitFor();
    expect(await shared.page.getByLabel(call).inputValue()).toBe(edited);
    await shared.page.getByRole("button", { name: "Abrir chat" }).waitFor();
    expect(complaints).toEqual([]);
  },
);

test("the playground names the line of a call that cannot be read", async () => {
  const { page } = await open("playground/");
  await page.getByRole("log").getByText("onReady").waitFor();
  await page.getByLabel("The start call").fill("ChaskWidget.init({\n  locale: es,\n});");
  await page.getByRole("button", { name: "Start the chat" }).click();
  await page.getByText("look at line 2").waitFor();
  expect(await page.getByLabel("The start call").getAttribute("aria-invalid")).toBe("true");
});

test("the playground shares its link without a clipboard too", async () => {
  const { page, complaints } = await open("playground/");
  await page.getByRole("log").getByText("onReady").waitFor();
  await page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.getByText("The link is in the address bar.").waitFor();
  expect(complaints).toEqual([]);
});
