import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";

import type { Page } from "playwright-core";
import { expect, test } from "vitest";

import { useFixture } from "../harness/fixture.ts";
import { WidgetPage } from "../harness/page.ts";
import { root } from "../harness/server.ts";

const fixture = useFixture();

/** What the examples expect of the page they stand in. */
const furniture = `
<button id="ask-about-size">Ask</button> <a id="help">Help</a> <a id="sign-out" href="#">Sign out</a>
<input id="receipt" type="file"> <progress value="0"></progress>
<select id="language"><option value="en">English</option><option value="pt">Português</option></select>
<script>
  const told = [];
  window.gtag = (...words) => told.push(words);
  window.mixpanel = { track: (...words) => told.push(words) };
</script>`;

interface Opened {
  readonly widget: WidgetPage;
  readonly page: Page;
  readonly faults: readonly string[];
}

/** The example as a reader would use it: with his own server, key and organization. */
function mine(source: string): string {
  const { baseUrl, organization } = fixture();
  return source
    .replaceAll("https://chat.example.com", baseUrl)
    .replaceAll("ck_your_key", organization.apiKey)
    .replaceAll("your-organization-id", organization.organizationId);
}

function read(file: string): string {
  return mine(readFileSync(join(root, "docs/src/examples", file), "utf8"));
}

/** As a module of a page that has the script tag; a bundler would resolve the import instead. */
function asScript(file: string): string {
  const code = stripTypeScriptTypes(read(file)).replace(/^import .* from "@chask\/widget";$/gmu, "");
  return `<script type="module">${code}</script>`;
}

async function open(body: string): Promise<Opened> {
  const { browser, host } = fixture();
  const page = await (await browser.newContext({ locale: "en-US" })).newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  const html = `<!doctype html><html lang="en"><title>Shop</title><body>${furniture}${body}</body></html>`;
  await page.goto(host.serve({ html }));
  return { widget: new WidgetPage(page), page, faults };
}

/** A page that has started the chat, and then the example. */
async function openWith(file: string): Promise<Opened> {
  return open(`${read("start.html")}${asScript(file)}`);
}

const tag = (): string => mine('<script src="https://chat.example.com/widget.js"></script>');

test.each(["start.html", "tag-manager.html"])("the example %s puts the button on the page", async (file) => {
  const { widget, faults } = await open(read(file));
  await widget.launcher.waitFor();
  expect(faults).toEqual([]);
});

test("the example of an own button opens and closes the chat", async () => {
  const { widget, page, faults } = await open(read("own-button.html"));
  await page.getByRole("button", { name: "Questions? Ask us" }).click();
  await widget.textBox.waitFor();
  expect(await widget.launcher.count()).toBe(0);
  expect(faults).toEqual([]);
});

test("the example of the callbacks follows ready, open, sent and close", async () => {
  const { widget, page, faults } = await open(tag() + asScript("callbacks.ts"));
  await page.locator("html.chat-ready").waitFor();
  await widget.open();
  await page.locator("html.chat-open").waitFor();
  await widget.send("Which colours are there?");
  await page.waitForFunction("sessionStorage.getItem('last-question') !== null");
  await widget.run("ChaskWidget.close()");
  await page.locator("html:not(.chat-open)").waitFor();
  expect(faults).toEqual([]);
});

test("the example of the configuration opens a chat that keeps to the left", async () => {
  const { widget, faults } = await open(tag() + asScript("config.ts"));
  await widget.textBox.waitFor();
  const box = await widget.dialog.boundingBox();
  expect(box?.x ?? Infinity).toBeLessThan(100);
  expect(faults).toEqual([]);
});

test.each(["analytics-ga4.ts", "analytics-mixpanel.ts"])("the example %s hands events on", async (file) => {
  const { page, faults } = await open(tag() + asScript(file));
  await page.waitForFunction("told.flat().includes('widget_loaded')");
  expect(faults).toEqual([]);
});

test("the example of the methods opens the chat and sends", async () => {
  const { widget, page, faults } = await openWith("methods.ts");
  await page.getByRole("button", { name: "Ask" }).click();
  await widget.dialog.getByText("Which size fits me").waitFor();
  expect(faults).toEqual([]);
});

test("the example of identity gives data that the server keeps", async () => {
  const { widget, page, faults } = await open(
    `${read("start.html")}<script>ChaskWidget.on("userUpdated", (user) => told.push(user));</script>${asScript("identify.ts")}`,
  );
  await page.waitForFunction("told.length >= 2");
  expect(await widget.run("told[0]")).toMatchObject({ id: "customer-4711", company: { name: "Acme" } });
  expect(await widget.run("told[1].company ?? null")).toBeNull();
  expect(faults).toEqual([]);
});

test("the example of attachments uploads and sends what was chosen", async () => {
  const { widget, page, faults } = await openWith("attachments.ts");
  await widget.launcher.waitFor();
  const buffer = Buffer.from("Total: 12.00\n");
  await page.locator("#receipt").setInputFiles({ name: "receipt.txt", mimeType: "text/plain", buffer });
  await page.waitForFunction("document.querySelector('progress').value === 1");
  await widget.open();
  await widget.dialog.getByText("Here is my receipt.").waitFor();
  await widget.dialog.getByText("receipt.txt").waitFor();
  expect(faults).toEqual([]);
});

test("the example of languages changes the widget's words", async () => {
  const { widget, page, faults } = await openWith("locale.ts");
  await widget.launcher.waitFor();
  await page.locator("#language").selectOption("pt");
  await page.getByRole("button", { name: "Abrir chat" }).waitFor();
  expect(faults).toEqual([]);
});

test.each([
  "events.ts",
  "error.ts",
  "logout.ts",
  "errors-by-promise.ts",
  "analytics-console.ts",
  "analytics-endpoint.ts",
])("the example %s runs without a fault", async (file) => {
  const { widget, faults } = await openWith(file);
  await widget.open();
  expect(faults).toEqual([]);
});
