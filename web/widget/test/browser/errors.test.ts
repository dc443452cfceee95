import { expect, test } from "vitest";
import { box, called, calls, dialog, open, run, send, useWorld } from "./harness.ts";

const world = useWorld();

test("a refused key is one AUTH_ERROR in the page's language, and nothing is tried again", async () => {
  world.model.refusal = { status: 401, code: "AUTH_ERROR", reason: "KEY_UNKNOWN" };
  const { page, faults } = await world.visit({ config: "locale: 'es'," });
  await called(page, "onError");
  const reason = await run(page, "ChaskWidget.sendMessage('hola').catch(({ details }) => details.reason)");
  expect(reason).toBe("KEY_UNKNOWN");
  expect(await calls(page, "onError")).toEqual([
    {
      name: "WidgetError",
      code: "AUTH_ERROR",
      message: "Chat no disponible.",
      details: {
        reason: "KEY_UNKNOWN",
        retryable: false,
        docsUrl: `${world.model.baseUrl}/docs/errors/#key-unknown`,
      },
    },
  ]);
  expect(world.model.requests.filter((path) => path.endsWith("/settings"))).toHaveLength(1);
  expect(await run(page, "ChaskWidget.getState().connection")).toBe("stopped");
  expect(faults).toEqual([]);
});

test("a server that is away is one CONNECTION_ERROR, and the widget starts when it is back", async () => {
  world.model.refusal = { status: 503, code: "CONNECTION_ERROR", reason: "UNAVAILABLE" };
  const { page } = await world.visit();
  await called(page, "onError");
  await expect.poll(() => world.model.requests.length).toBeGreaterThan(3);
  world.model.refusal = undefined;
  await called(page, "onReady");
  expect(await calls(page, "onError")).toMatchObject([
    { code: "CONNECTION_ERROR", details: { reason: "UNAVAILABLE", retryable: true } },
  ]);
});

test("a browser without network is one NETWORK_ERROR, and being online again starts the widget at once", async () => {
  const { page } = await world.visit({ config: "autoStart: false," });
  await page.context().setOffline(true);
  await run(page, "void ChaskWidget.start()");
  await called(page, "onError");
  expect(await calls(page, "onError")).toMatchObject([
    { code: "NETWORK_ERROR", details: { reason: "OFFLINE" } },
  ]);
  await page.context().setOffline(false);
  await called(page, "onReady");
});

test("a chat opened while the server is away says so on the launcher, once, and opens when it is back", async () => {
  const { page } = await world.visit();
  await called(page, "onReady");
  await world.model.stop();
  await page.getByRole("button", { name: "Open chat" }).click();
  await called(page, "onError");
  await page.getByRole("button", { name: "Chat not reachable. (!)" }).waitFor();
  expect(await calls(page, "onOpen")).toEqual([]);
  await world.model.start();
  await box(page).waitFor();
  await called(page, "onOpen");
  await page.getByRole("button", { name: "Open chat" }).waitFor();
  expect(await calls(page, "onError")).toMatchObject([{ code: "CONNECTION_ERROR" }]);
});

test("a refused message stays in sight with its reason, is sent again by Retry, and is gone by Delete", async () => {
  const { page } = await world.visit();
  await open(page);
  world.model.conversations.refuseNext = {
    code: "SEND_ERROR",
    reason: "CONVERSATION_CLOSED",
    retryable: false,
  };
  await send(page, "Once more");
  await dialog(page).getByText("Not sent").waitFor();
  expect(await calls(page, "onError")).toMatchObject([
    { code: "SEND_ERROR", message: "This conversation has been closed." },
  ]);
  await dialog(page).getByRole("button", { name: "Retry" }).click();
  await called(page, "onMessageSent");
  world.model.conversations.refuseNext = {
    code: "SEND_ERROR",
    reason: "CONVERSATION_CLOSED",
    retryable: false,
  };
  await send(page, "Never mind");
  await dialog(page).getByRole("button", { name: "Delete" }).click();
  await dialog(page).getByText("Never mind").waitFor({ state: "detached" });
  expect(await calls(page, "onMessageSent")).toHaveLength(1);
});

test("callbacks that throw stop neither the widget nor the others", async () => {
  const { page, faults } = await world.visit({
    config: `callbacks: Object.fromEntries(Object.entries(callbacks).map(([name, call]) =>
      [name, (data) => { call(data); throw new Error("the page's own"); }])),`,
  });
  await open(page);
  await send(page, "Still there?");
  await called(page, "onMessageSent");
  await run(page, "ChaskWidget.close()");
  await called(page, "onClose");
  const names = await run(page, "log.map(([name]) => name)");
  expect(names).toEqual([
    "onReady",
    "onAnalyticsEvent",
    "onOpen",
    "onAnalyticsEvent",
    "onAnalyticsEvent",
    "onMessageSent",
    "onAnalyticsEvent",
    "onClose",
    "onAnalyticsEvent",
  ]);
  expect(faults.map(({ message }) => message)).toEqual(Array.from({ length: 9 }, () => "the page's own"));
});
