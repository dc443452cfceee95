import { expect, test } from "vitest";
import { called, calls, open, run, send, useWorld } from "./harness.ts";

const world = useWorld();
const organization = "018f3c5e-0000-7aaa-8bbb-000000000001";

test("a page load costs one request for settings and stores nothing", async () => {
  const { page } = await world.visit();
  await called(page, "onAnalyticsEvent");
  expect(world.model.requests).toEqual(["/widget.js", "/v1/widget/settings"]);
  expect(await page.context().storageState({ indexedDB: true })).toEqual({ cookies: [], origins: [] });
});

test("a chat that was only looked at costs the next page load nothing, one that was written in goes on", async () => {
  const { page } = await world.visit();
  await open(page);
  await page.waitForFunction("ChaskWidget.getState().connection === 'online'");
  // What this page still asks for is not the next one's.
  await page.goto("about:blank");
  world.model.requests.length = 0;
  await page.goto(world.origin);
  await called(page, "onAnalyticsEvent");
  expect(world.model.requests).toEqual(["/widget.js", "/v1/widget/settings"]);
  await open(page);
  await send(page, "Hello");
  await called(page, "onMessageSent");
  await page.reload();
  await page.waitForFunction("ChaskWidget.getState().connection === 'online'");
});

test("methods called before the widget is ready are done then, in order and after onReady", async () => {
  const { page } = await world.visit({
    head: `<script>addEventListener("DOMContentLoaded", () => {
      ChaskWidget.hide(); ChaskWidget.setLocale("es"); ChaskWidget.open(); })</script>`,
  });
  await called(page, "onOpen");
  const names = await run(page, "log.map(([name]) => name).filter((name) => name !== 'onAnalyticsEvent')");
  expect(names).toEqual(["onReady", "onOpen"]);
  expect(await run(page, "ChaskWidget.getState()")).toMatchObject({
    visible: true,
    open: true,
    locale: "es",
  });
});

test("methods called before init wait for it", async () => {
  const { page } = await world.visit({
    html: `<!doctype html><title>Late</title><body><script src="${world.model.baseUrl}/widget.js"></script>
      <script>const log = []; ChaskWidget.on("open", () => log.push(["open"])); ChaskWidget.open();
      const sent = ChaskWidget.sendMessage("First words");</script>`,
  });
  await run(page, `ChaskWidget.init({ apiKey: "pk_test", organizationId: "${organization}" })`);
  expect(await run(page, "sent.then(({ status, content }) => [status, content])")).toEqual([
    "sent",
    "First words",
  ]);
  await called(page, "open");
});

test("the widget says which language it speaks, in every language it is put into", async () => {
  const { page } = await world.visit({ config: "locale: 'pt-BR'," });
  await called(page, "onReady");
  const language = "document.querySelector('chask-widget').lang";
  expect(await run(page, language)).toBe("pt-BR");
  await open(page);
  await run(page, "ChaskWidget.setLocale('es')");
  expect(await run(page, language)).toBe("es");
});

test("a language set while the chat is being loaded is the one it is shown in", async () => {
  const { page } = await world.visit();
  await called(page, "onReady");
  await run(page, "ChaskWidget.open(), ChaskWidget.setLocale('es')");
  await page.getByRole("dialog").getByRole("button", { name: "Enviar" }).waitFor();
  expect(await run(page, "ChaskWidget.getState().locale")).toBe("es");
});

test("init is the same promise again for the same key and is refused for another", async () => {
  const { page } = await world.visit();
  await called(page, "onReady");
  const same = `ChaskWidget.init({ apiKey: "pk_test", organizationId: "${organization}" })`;
  expect(await run(page, `${same} === ${same}`)).toBe(true);
  const other = `ChaskWidget.init({ apiKey: "pk_other", organizationId: "${organization}" })`;
  expect(await run(page, `${other}.catch(({ code, details }) => [code, details.reason])`)).toEqual([
    "AUTH_ERROR",
    "INVALID_CONFIG",
  ]);
  expect(await calls(page, "onReady")).toHaveLength(1);
  expect(await page.locator("chask-widget").count()).toBe(1);
});

test("an unknown option is refused by its name, and the page may try again", async () => {
  const { page, faults } = await world.visit({ config: "theme: { colour: '#f00' }," });
  await called(page, "onError");
  expect(await calls(page, "onError")).toMatchObject([
    { message: 'Missing or unknown option "theme.colour"', details: { reason: "INVALID_CONFIG" } },
  ]);
  expect(await page.locator("chask-widget").count()).toBe(0);
  await run(page, `ChaskWidget.init({ apiKey: "pk_test", organizationId: "${organization}", callbacks })`);
  await called(page, "onReady");
  expect(faults).toEqual([]);
});

test("autoStart: false asks the server for nothing until start()", async () => {
  const { page } = await world.visit({ config: "autoStart: false," });
  await run(page, `ChaskWidget.init({ apiKey: "pk_test", organizationId: "${organization}" }).then(() => 0)`);
  expect(world.model.requests).toEqual(["/widget.js"]);
  await run(page, "ChaskWidget.start()");
  await called(page, "onReady");
  expect(await calls(page, "onReady")).toHaveLength(1);
});

test("init in the head waits for the body", async () => {
  const { page, faults } = await world.visit({
    html: `<!doctype html><title>Early</title><script src="${world.model.baseUrl}/widget.js"></script>
      <script>ChaskWidget.init({ apiKey: "pk_test", organizationId: "${organization}" })</script><body><p>Late</p>`,
  });
  await run(page, "ChaskWidget.ready()");
  expect(await run(page, "document.querySelector('chask-widget').parentElement.tagName")).toBe("BODY");
  expect(faults).toEqual([]);
});

test("destroy leaves no node, no timer that runs and no stream, and refuses what waited", async () => {
  const { page, faults } = await world.visit();
  await called(page, "onReady");
  await open(page);
  await page.waitForFunction("ChaskWidget.getState().connection === 'online'");
  expect(world.model.streams).toBe(1);
  await run(page, "ChaskWidget.destroy()");
  expect(await page.locator("chask-widget").count()).toBe(0);
  await expect.poll(() => world.model.streams).toBe(0);
  expect(await run(page, "ChaskWidget.getState()")).toMatchObject({
    ready: false,
    open: false,
    connection: "idle",
  });
  await run(page, "globalThis.waiting = ChaskWidget.sendMessage('x'); ChaskWidget.destroy()");
  expect(await run(page, "waiting.catch(({ code, details }) => [code, details.reason])")).toEqual([
    "CONNECTION_ERROR",
    "DESTROYED",
  ]);
  expect(faults).toEqual([]);
});

test("destroy and init a hundred times, as a framework in strict mode does, leave one widget", async () => {
  const { page } = await world.visit();
  await run(
    page,
    `(async () => { for (let round = 0; round < 100; round++) { ChaskWidget.destroy();
      ChaskWidget.init({ apiKey: "pk_test", organizationId: "${organization}", callbacks }); }
      await ChaskWidget.ready(); })()`,
  );
  expect(await page.locator("chask-widget").count()).toBe(1);
  await open(page);
});

test("a script tag that stands twice makes one widget", async () => {
  const { page } = await world.visit({ head: `<script src="${world.model.baseUrl}/widget.js"></script>` });
  await called(page, "onReady");
  expect(await page.locator("chask-widget").count()).toBe(1);
});

test("under a strict policy with Trusted Types nothing is blocked", async () => {
  const { baseUrl } = world.model;
  const policy = `default-src 'none'; script-src 'nonce-page' ${baseUrl}; connect-src ${baseUrl} ${baseUrl.replace("http", "ws")}; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'`;
  const head = `<script>const blocked = []; addEventListener("securitypolicyviolation", ({ violatedDirective, sample }) => blocked.push([violatedDirective, sample]))</script>`;
  const { page, faults } = await world.visit({
    html: (await import("../model/page.ts"))
      .hostPage(baseUrl, "", head)
      .replaceAll("<script", '<script nonce="page"')
      .replaceAll(/<style>.*<\/style>/gu, ""),
    headers: { "Content-Security-Policy": policy },
  });
  await page.getByRole("button", { name: "Open chat" }).click();
  await page.getByRole("textbox", { name: "Message" }).press("Tab");
  expect(await page.evaluate(() => Reflect.get(globalThis, "blocked") ?? [])).toEqual([]);
  expect(faults).toEqual([]);
});
