import type { WebSocket } from "playwright-core";
import { expect, test } from "vitest";

import { expectComplaint } from "../harness/complaints.ts";
import { useFixture, visit } from "../harness/fixture.ts";
import { hostPage, recorder, WidgetPage } from "../harness/page.ts";

const fixture = useFixture();

test("a second init with the same key gives the same widget, with another key it is refused", async () => {
  expectComplaint(/^Call destroy\(\) before init\(\) with another key$/u);
  const visitor = await visit(fixture());
  await visitor.called("onReady");
  const { apiKey, organizationId } = fixture().organization;
  const again = `ChaskWidget.init({ apiKey: "${apiKey}", organizationId: "${organizationId}" })`;
  expect(await visitor.run(`Promise.all([${again}, ${again}]).then(([one, two]) => one === two)`)).toBe(true);
  expect(await visitor.page.locator("chask-widget").count()).toBe(1);
  const refused = `ChaskWidget.init({ apiKey: "pk_other", organizationId: "${organizationId}" }).then(() => null, (error) => error.details.reason)`;
  expect(await visitor.run(refused)).toBe("INVALID_CONFIG");
  expect(await visitor.calls("onReady")).toHaveLength(1);
});

test("init in the head, before there is a body, works", async () => {
  const { baseUrl, organization, host, browser } = fixture();
  const page = await browser.newPage({ locale: "en-US" });
  await page.goto(
    host.serve({
      html: `<!doctype html><html lang="en"><head><title>Early</title><script>${recorder}</script>
        <script src="${baseUrl}/widget.js"></script>
        <script>ChaskWidget.init({ apiKey: "${organization.apiKey}", organizationId: "${organization.organizationId}", callbacks: recordAll });
        ChaskWidget.open();</script></head><body><p>Late body</p></body></html>`,
    }),
  );
  const visitor = new WidgetPage(page);
  await visitor.called("onOpen");
  await visitor.textBox.waitFor();
  expect((await visitor.calls()).map((one) => one.name)).toEqual([
    "onReady",
    "onAnalyticsEvent",
    "onOpen",
    "onAnalyticsEvent",
  ]);
});

test("until the visitor acts, nothing is stored, no socket is opened and one settings request is all", async () => {
  const context = await fixture().browser.newContext({ locale: "en-US" });
  const page = await context.newPage();
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("websocket", (socket) => requests.push(socket.url()));
  await page.goto(fixture().host.serve({ html: hostPage(fixture().baseUrl, fixture().organization) }));
  const visitor = new WidgetPage(page);
  await visitor.called("onReady");
  await visitor.tracked("widget_loaded");
  const toServer = requests.map((url) => new URL(url)).filter((url) => url.origin === fixture().baseUrl);
  expect(toServer.map((url) => url.pathname)).toEqual(["/widget.js", "/v1/widget/settings"]);
  expect(await context.storageState({ indexedDB: true })).toEqual({ cookies: [], origins: [] });
});

test("no request goes to a third party", async () => {
  const context = await fixture().browser.newContext({ locale: "en-US" });
  const page = await context.newPage();
  const origins = new Set<string>();
  page.on("request", (request) => origins.add(new URL(request.url()).origin));
  await page.goto(fixture().host.serve({ html: hostPage(fixture().baseUrl, fixture().organization) }));
  const visitor = new WidgetPage(page);
  await visitor.open();
  await visitor.send("Anybody else here?");
  await visitor.called("onMessageSent");
  expect([...origins].toSorted()).toEqual([fixture().baseUrl, fixture().host.origin].toSorted());
});

test("destroy leaves no node, no socket and no callback behind, and init works again after it", async () => {
  const page = await fixture().browser.newPage({ locale: "en-US" });
  const sockets: WebSocket[] = [];
  page.on("websocket", (socket) => sockets.push(socket));
  await page.goto(fixture().host.serve({ html: hostPage(fixture().baseUrl, fixture().organization) }));
  const visitor = new WidgetPage(page);
  await visitor.open();
  await visitor.send("Bye");
  await visitor.called("onMessageSent");
  const nodes = `document.querySelectorAll("*").length`;
  await visitor.run("ChaskWidget.destroy()");
  expect(await page.locator("chask-widget").count()).toBe(0);
  await expect.poll(() => sockets.every((socket) => socket.isClosed())).toBe(true);
  const before = (await visitor.calls()).length;
  const count = await visitor.run(nodes);
  const { apiKey, organizationId } = fixture().organization;
  await visitor.run(
    `ChaskWidget.init({ apiKey: "${apiKey}", organizationId: "${organizationId}", callbacks: recordAll }).then(() => null)`,
  );
  await visitor.called("onReady", 2);
  await visitor.run("ChaskWidget.destroy()");
  expect(await visitor.run(nodes)).toBe(count);
  expect((await visitor.calls()).slice(before).map((one) => one.name)).toEqual([
    "onReady",
    "onAnalyticsEvent",
  ]);
});

test("a hundred mounts and unmounts, as a framework in strict mode does them, leave one widget", async () => {
  const visitor = await visit(fixture());
  await visitor.called("onReady");
  const { apiKey, organizationId } = fixture().organization;
  await visitor.run(`(async () => {
    for (let round = 0; round < 100; round += 1) {
      ChaskWidget.destroy();
      ChaskWidget.init({ apiKey: "${apiKey}", organizationId: "${organizationId}", callbacks: {} });
    }
    await ChaskWidget.ready();
  })()`);
  expect(await visitor.page.locator("chask-widget").count()).toBe(1);
  await visitor.open();
});
