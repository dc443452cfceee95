import { expect, test } from "vitest";

import { useFixture } from "../harness/fixture.ts";
import { Examples } from "./examples.ts";

const fixture = useFixture();
const examples = new Examples(fixture);

test.each(["start.html", "tag-manager.html"])("the example %s puts the button on the page", async (file) => {
  const { widget, faults } = await examples.open(examples.read(file));
  await widget.launcher.waitFor();
  expect(faults).toEqual([]);
});

test("the example of an own button opens and closes the chat", async () => {
  const { widget, page, faults } = await examples.open(examples.read("own-button.html"));
  const button = page.getByRole("button", { name: "Questions? Ask us" });
  await button.click();
  await widget.textBox.waitFor();
  expect(await widget.launcher.count()).toBe(0);
  await button.click();
  await widget.textBox.waitFor({ state: "hidden" });
  expect(faults).toEqual([]);
});

test("the example of the callbacks does what each callback says", async () => {
  const { widget, page, faults } = await examples.open(
    `<script>navigator.sendBeacon = (url, body) => told.push([url, body]);</script>${examples.tag()}${examples.asScript("callbacks.ts")}`,
  );
  await page.locator("html.chat-ready").waitFor();
  await widget.open();
  await page.locator("html.chat-open").waitFor();
  await widget.send("Which colours are there?");
  await page.waitForFunction("sessionStorage.getItem('last-question') !== null");
  await widget.run('ChaskWidget.identify({ email: "ana@example.com" })');
  await page.locator("html.chat-knows-email").waitFor();
  await widget.run("ChaskWidget.close()");
  await page.locator("html:not(.chat-open)").waitFor();
  expect(await widget.run("told.map(([url, body]) => url + JSON.parse(body).type)")).toEqual(
    expect.arrayContaining(["/chat-eventswidget_loaded", "/chat-eventsmessage_sent"]),
  );
  expect(faults).toEqual([]);
});

test("the example of the configuration opens a chat that keeps to the left", async () => {
  const { widget, faults } = await examples.openOnly("config.ts");
  await widget.textBox.waitFor();
  const box = await widget.dialog.boundingBox();
  expect(box?.x ?? Infinity).toBeLessThan(100);
  expect(faults).toEqual([]);
});

test.each(["analytics-ga4.ts", "analytics-mixpanel.ts"])("the example %s hands events on", async (file) => {
  const { page, faults } = await examples.openOnly(file);
  await page.waitForFunction("told.flat().includes('widget_loaded')");
  expect(faults).toEqual([]);
});

test("the example of an own endpoint posts each event to it", async () => {
  const { widget, faults } = await examples.open(
    `<script>
      const ask = window.fetch.bind(window);
      window.fetch = (url, init) => url === "/chat-events" ? Promise.resolve(told.push(init)) : ask(url, init);
    </script>${examples.tag()}${examples.asScript("analytics-endpoint.ts")}`,
  );
  await widget.open();
  await widget.page.waitForFunction("told.length >= 2");
  expect(await widget.run("told.map(({ method, body }) => method + ' ' + JSON.parse(body).type)")).toEqual([
    "POST widget_loaded",
    "POST widget_opened",
  ]);
  expect(faults).toEqual([]);
});

test("the example for the console writes each event there", async () => {
  const { widget, page, faults, logged } = await examples.openOnly("analytics-console.ts");
  const written = page.waitForEvent("console", (message) => message.text().includes("widget_opened"));
  await widget.open();
  await written;
  expect(logged.some((line) => line.includes("widget_loaded"))).toBe(true);
  expect(faults).toEqual([]);
});

test("the example of the methods opens the chat and sends", async () => {
  const { widget, page, faults } = await examples.openWith("methods.ts");
  await page.getByRole("button", { name: "Ask" }).click();
  await widget.dialog.getByText("Which size fits me").waitFor();
  expect(faults).toEqual([]);
});

test("the example of identity gives data that the server keeps", async () => {
  const { widget, page, faults } = await examples.open(
    `${examples.read("start.html")}<script>ChaskWidget.on("userUpdated", (user) => told.push(user));</script>${examples.asScript("identify.ts")}`,
  );
  await page.waitForFunction("told.length >= 2");
  expect(await widget.run("told[0]")).toMatchObject({ id: "customer-4711", company: { name: "Acme" } });
  expect(await widget.run("told[1].company ?? null")).toBeNull();
  expect(faults).toEqual([]);
});

test("the example of attachments uploads and sends what was chosen", async () => {
  const { widget, page, faults } = await examples.openWith("attachments.ts");
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
  const { widget, page, faults } = await examples.openWith("locale.ts");
  await widget.launcher.waitFor();
  await page.locator("#language").selectOption("pt");
  await page.getByRole("button", { name: "Abrir chat" }).waitFor();
  expect(faults).toEqual([]);
});

test("the example of events adds a badge to the page's link, and hears of the first chat", async () => {
  const { widget, page, faults } = await examples.openWith("events.ts");
  await widget.open();
  await page.waitForFunction("performance.getEntriesByName('first-chat').length === 1");
  expect(await page.locator("#help span").count()).toBe(1);
  expect(faults).toEqual([]);
});

test("the example of errors writes code, reason and the page that explains it", async () => {
  const { widget, page, faults } = await examples.openWith("error.ts");
  const written = page.waitForEvent("console", (message) => message.type() === "warning");
  await widget.launcher.waitFor();
  await widget.run('ChaskWidget.sendMessage("x".repeat(10001)).catch(() => 0)');
  expect((await written).text()).toMatch(
    /^SEND_ERROR CONTENT_TOO_LONG .*\/docs\/errors\/#content-too-long$/u,
  );
  expect(faults).toEqual([]);
});

test("the example of a promise tells of the error that it was rejected with", async () => {
  const { page, faults } = await examples.open(
    `${examples.read("start.html").replace(fixture().organization.apiKey, "ck_wrong")}${examples.asScript("errors-by-promise.ts")}`,
  );
  await page.waitForFunction("document.title.startsWith('AUTH_ERROR: ')");
  expect(faults).toEqual([]);
});

test("the example of signing out makes the next visitor a new one", async () => {
  const { widget, page, faults } = await examples.openWith("logout.ts");
  await widget.open();
  await widget.send("Mine alone");
  await widget.dialog.getByText("Mine alone").waitFor();
  await page.waitForFunction("Object.keys(localStorage).some((key) => key.startsWith('chask:'))");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForFunction("!Object.keys(localStorage).some((key) => key.startsWith('chask:'))");
  expect(faults).toEqual([]);
});
