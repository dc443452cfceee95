import { expect, inject, test } from "vitest";

import { useFixture, visit } from "../harness/fixture.ts";
import { record } from "../harness/json.ts";
import { startHost } from "../harness/host.ts";
import { hostPage, WidgetPage } from "../harness/page.ts";
import { command, createOrganization, startServer } from "../harness/server.ts";

const fixture = useFixture();

/** The codes of all errors the page heard of, each of which must have come with its analytics event. */
async function codes(visitor: WidgetPage): Promise<readonly unknown[]> {
  const errors = (await visitor.calls("onError")).map((one) => record(one.argument));
  const events = (await visitor.analytics())
    .map(record)
    .filter((event) => event["type"] === "error_occurred");
  expect(events.map((event) => event["data"])).toEqual(
    errors.map(({ code, message }) => ({ code, message })),
  );
  return errors.map((error) => error["code"]);
}

test("a wrong key is one AUTH_ERROR that names its reason, in the page's language", async () => {
  const organization = { ...fixture().organization, apiKey: "pk_wrong" };
  const visitor = await visit(fixture(), { organization, config: `locale: "es",` });
  const error = record(await visitor.called("onError"));
  expect(error).toMatchObject({ code: "AUTH_ERROR", details: { reason: "KEY_UNKNOWN", retryable: false } });
  await visitor.run(`ChaskWidget.sendMessage("hola").catch(() => {})`);
  expect(await codes(visitor)).toEqual(["AUTH_ERROR"]);
  expect(await visitor.calls("onReady")).toEqual([]);
});

test("an unknown organization is one AUTH_ERROR", async () => {
  const organization = { ...fixture().organization, organizationId: "018f3c5e-0000-7aaa-8bbb-00000000000a" };
  const visitor = await visit(fixture(), { organization });
  expect(await visitor.called("onError")).toMatchObject({
    code: "AUTH_ERROR",
    details: { reason: "ORGANIZATION_UNKNOWN" },
  });
  expect(await codes(visitor)).toEqual(["AUTH_ERROR"]);
});

test("a page of an origin that is not allowed gets one AUTH_ERROR", async () => {
  const foreign = await startHost();
  try {
    const page = await fixture().browser.newPage();
    await page.goto(foreign.serve({ html: hostPage(fixture().baseUrl, fixture().organization) }));
    const visitor = new WidgetPage(page);
    expect(await visitor.called("onError")).toMatchObject({
      code: "AUTH_ERROR",
      details: { reason: "ORIGIN_NOT_ALLOWED" },
    });
    expect(await codes(visitor)).toEqual(["AUTH_ERROR"]);
  } finally {
    await foreign.close();
  }
});

test("a stopped server is one CONNECTION_ERROR for the whole outage, and the waiting message goes out after it", async () => {
  const { host } = fixture();
  let server = await startServer();
  try {
    const organization = await createOrganization(server.data, host.origin);
    const page = await fixture().browser.newPage();
    const attempts: string[] = [];
    page.on("requestfailed", (request) => attempts.push(request.url()));
    await page.goto(host.serve({ html: hostPage(server.baseUrl, organization) }));
    const visitor = new WidgetPage(page);
    await visitor.open();
    await visitor.send("Before");
    await visitor.called("onMessageSent");
    await server.stop("SIGKILL");
    expect(await visitor.called("onError")).toMatchObject({ code: "CONNECTION_ERROR" });
    await visitor.send("Meanwhile");
    await visitor.dialog.getByText("Meanwhile").waitFor();
    await page.waitForFunction("ChaskWidget.getState().connection === 'reconnecting'");
    const port = Number(new URL(server.baseUrl).port);
    server = await startServer({ port, data: server.data });
    expect(await visitor.called("onMessageSent", 2)).toMatchObject({ content: "Meanwhile", status: "sent" });
    expect(await codes(visitor)).toEqual(["CONNECTION_ERROR"]);
  } finally {
    await server.remove();
  }
}, 120_000);

test("a browser without network is one NETWORK_ERROR, and the message is sent when it is back", async () => {
  const context = await fixture().browser.newContext({ locale: "en-US" });
  const visitor = await visit(fixture(), { context });
  await visitor.open();
  await visitor.send("Online");
  await visitor.called("onMessageSent");
  await context.setOffline(true);
  await visitor.send("Offline");
  expect(await visitor.called("onError")).toMatchObject({ code: "NETWORK_ERROR" });
  await context.setOffline(false);
  expect(await visitor.called("onMessageSent", 2)).toMatchObject({ content: "Offline" });
  expect(await codes(visitor)).toEqual(["NETWORK_ERROR"]);
});

test("a refused message is one SEND_ERROR for that message, and the others go on", async () => {
  const visitor = await visit(fixture());
  await visitor.open();
  const outcome = `.then(() => null, ({ code, details }) => ({ code, details }))`;
  const rejected = await visitor.run(`ChaskWidget.sendMessage("x".repeat(10001))${outcome}`);
  expect(rejected).toMatchObject({
    code: "SEND_ERROR",
    details: { reason: "CONTENT_TOO_LONG", retryable: false },
  });
  await visitor.run(`ChaskWidget.sendMessage("short enough")`);
  await visitor.called("onMessageSent");
  expect(await codes(visitor)).toEqual(["SEND_ERROR"]);
});

test("a message that the server refuses is one SEND_ERROR, and the connection goes on", async () => {
  const visitor = await visit(fixture());
  await visitor.open();
  await visitor.send("fine");
  await visitor.called("onMessageSent");
  const outcome = `.then(() => null, ({ code, details }) => ({ code, details }))`;
  // Text no database can hold: the browser's side does not know that, the server does.
  const rejected = await visitor.run(`ChaskWidget.sendMessage("a\\u0000b")${outcome}`);
  expect(rejected).toMatchObject({ code: "SEND_ERROR", details: { retryable: false } });
  await visitor.dialog.getByText("Not sent").waitFor();
  await visitor.send("fine again");
  await visitor.called("onMessageSent", 2);
  expect(await codes(visitor)).toEqual(["SEND_ERROR"]);
});

test("a page that never catches a promise gets no unhandled rejection", async () => {
  const page = await fixture().browser.newPage();
  const unhandled: Error[] = [];
  page.on("pageerror", (error) => unhandled.push(error));
  await page.goto(
    fixture().host.serve({
      html: hostPage(
        fixture().baseUrl,
        { ...fixture().organization, apiKey: "pk_wrong" },
        { after: "<script>ChaskWidget.sendMessage('x'); ChaskWidget.open();</script>" },
      ),
    }),
  );
  const visitor = new WidgetPage(page);
  await visitor.called("onError");
  expect(unhandled).toEqual([]);
});

test("a page on an old key hears AUTH_ERROR after the key is revoked", async () => {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  await command(
    inject("data"),
    "key",
    "revoke",
    "--organization",
    organization.organizationId,
    "--key",
    organization.apiKey,
  );
  const visitor = await visit(fixture(), { organization });
  expect(await visitor.called("onError")).toMatchObject({
    code: "AUTH_ERROR",
    details: { reason: "KEY_REVOKED" },
  });
});
