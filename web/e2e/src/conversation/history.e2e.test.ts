import type { Locator, Page, Route } from "playwright-core";
import { expect, inject, test } from "vitest";

import { signInToConsole } from "../harness/console.ts";
import { useFixture, visit } from "../harness/fixture.ts";
import type { WidgetPage } from "../harness/page.ts";
import { createOrganization } from "../harness/server.ts";

const fixture = useFixture();

function section(page: Locator, title: string): Locator {
  return page.locator("section", { has: page.page().getByRole("heading", { name: title }) });
}

async function resolve(desk: Page): Promise<void> {
  // The console shows the wish at once; what the visitor does next must come after it.
  const answered = desk.waitForResponse((answer) => answer.request().method() === "PATCH" && answer.ok());
  await desk.getByRole("button", { name: "Resolve", exact: true }).click();
  await answered;
  await desk.getByRole("button", { name: "Reopen", exact: true }).waitFor();
}

test("the panel tells what a visitor did, from the page he came to over the opened chat to the next conversation", async () => {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const desk = await signInToConsole(fixture(), organization);
  const visitor = await visit(fixture(), { organization });
  await visitor.open();
  await visitor.send("My lamp flickers");
  await visitor.called("onMessageSent");
  await visitor.run(`ChaskWidget.identify({ name: "Grace Lee", email: "grace@example.com" })`);
  await visitor.called("onUserUpdated");
  await desk.getByRole("link", { name: /My lamp flickers/u }).click();
  await desk.getByRole("textbox", { name: /^Reply/u }).fill("Please turn the bulb.");
  await desk.keyboard.press("Enter");
  await visitor.called("onMessageReceived");
  await resolve(desk);
  await visitor.send("It still flickers");
  await visitor.called("onMessageSent", 2);
  await desk.locator(".bubble", { hasText: "It still flickers" }).waitFor();
  await resolve(desk);
  await visitor.dialog.getByRole("button", { name: "All conversations" }).click();
  await visitor.dialog.getByRole("button", { name: "New conversation" }).click();
  await visitor.send("Another question");
  await visitor.called("onMessageSent", 3);

  await desk.getByRole("link", { name: /Another question/u }).click();
  await desk.locator(".bubble", { hasText: "Another question" }).waitFor();
  const panel = desk.getByRole("complementary", { name: "Visitor" });
  const timeline = section(panel, "Timeline");
  await expect
    .poll(async () => timeline.locator("li > span:first-child").allTextContents())
    .toEqual([
      "Wrote a message",
      "Began a conversation",
      "The conversation was resolved",
      "Wrote a message",
      "The conversation was opened again",
      "The conversation was resolved",
      "Got a message",
      "Said who they are",
      "Wrote a message",
      "Began a conversation",
      "Opened the chat",
      "Looked at a page",
    ]);
  await timeline.getByRole("link", { name: "Host page" }).first().waitFor();

  const earlier = section(panel, "Earlier conversations");
  await earlier.getByText(/^Resolved/u).waitFor();
  await earlier.getByRole("link", { name: "It still flickers" }).click();
  await desk.locator(".bubble", { hasText: "Please turn the bulb." }).waitFor();
  await section(panel, "Earlier conversations").getByRole("link", { name: "Another question" }).waitFor();
});

test("where the timeline cannot be loaded the panel says so, and a second try fills it", async () => {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const visitor = await visit(fixture(), { organization });
  await visitor.open();
  await visitor.send("Hello there");
  await visitor.called("onMessageSent");
  const desk = await signInToConsole(fixture(), organization);
  await desk.route("**/v1/visitors/*/history", (route) => route.fulfill({ status: 503, body: "" }));
  await desk.getByText("Hello there").first().click();
  const panel = desk.getByRole("complementary", { name: "Visitor" });
  await panel.getByText("What the visitor did could not be loaded.").waitFor();
  await desk.unroute("**/v1/visitors/*/history");
  await panel.getByRole("button", { name: "Try again" }).click();
  await section(panel, "Timeline").getByText("Opened the chat").waitFor();
  expect(await panel.getByText("could not be loaded").count()).toBe(0);
});

/** The site shows another page without loading it; resolves once the server knows. */
async function showPage({ page }: WidgetPage, name: string): Promise<() => Promise<void>> {
  const told = page.waitForResponse((answer) => answer.url().endsWith("/v1/widget/page"));
  await page.evaluate((title) => {
    history.pushState({}, "", `?product=${title}`);
    document.title = title;
  }, name);
  return async () => expect((await told).status()).toBe(204);
}

test("a page that a site shows without loading it is where the visitor is, also while the widget still loads", async () => {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const visitor = await visit(fixture(), { organization });
  const held: Route[] = [];
  await visitor.page.route("**/company.js", (route) => {
    held.push(route);
  });
  await visitor.open();
  await visitor.send("Which lamp fits?");
  await visitor.called("onMessageSent");
  await expect.poll(() => held.length).toBe(1);
  const early = await showPage(visitor, "lamp-8");
  await held[0]?.continue();
  await early();
  const late = await showPage(visitor, "lamp-9");
  await late();
  const desk = await signInToConsole(fixture(), organization);
  await desk.getByText("Which lamp fits?").first().click();
  const panel = desk.getByRole("complementary", { name: "Visitor" });
  await panel.getByRole("link", { name: "lamp-9" }).first().waitFor();
  expect(await panel.getByRole("link", { name: "lamp-9" }).first().getAttribute("href")).toContain(
    "product=lamp-9",
  );
});
