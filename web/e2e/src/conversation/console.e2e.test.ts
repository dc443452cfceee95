import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";

import { signInToConsole } from "../harness/console.ts";
import { useFixture, visit } from "../harness/fixture.ts";
import { createOrganization } from "../harness/server.ts";

const fixture = useFixture();
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

async function reply(desk: Page, text: string): Promise<void> {
  await desk.getByRole("textbox", { name: /^Reply to/u }).fill(text);
  await desk.keyboard.press("Enter");
}

test("an agent in the console and a visitor in the widget talk, live and with ticks both ways", async () => {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const desk = await signInToConsole(fixture(), organization);
  const visitor = await visit(fixture(), { organization });
  await visitor.open();
  await visitor.send("Where is my order?");
  await desk.getByRole("link", { name: /Where is my order/u }).click();
  await desk.locator(".bubble", { hasText: "Where is my order?" }).waitFor();
  await reply(desk, "One moment please.");
  expect(await visitor.called("onMessageReceived")).toMatchObject({ content: "One moment please." });
  await desk.locator('.ticks[data-status="read"]', { hasText: "Read" }).waitFor();
  await visitor.textBox.pressSequentially("I am writ");
  await desk
    .getByText(/is typing/u)
    .first()
    .waitFor();
});

test("a picture from the console shows in the widget's window, and a refused file says why", async () => {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const visitor = await visit(fixture(), { organization });
  await visitor.open();
  await visitor.send("Do you have a picture?");
  const desk = await signInToConsole(fixture(), organization);
  await desk.getByRole("link", { name: /picture/u }).click();
  const files = desk.locator("input[type=file]");
  await files.setInputFiles({ name: "cover.png", mimeType: "image/png", buffer: picture });
  await desk.locator('.upload[data-state="ready"]').waitFor();
  await reply(desk, "Here it is:");
  await desk.locator(".attachment-image img").waitFor();
  await visitor.dialog.locator("img").waitFor();
  await files.setInputFiles({
    name: "tool.exe",
    mimeType: "application/octet-stream",
    buffer: Buffer.from("MZ"),
  });
  await desk.getByText("Files of this type are not allowed. Choose another one.").waitFor();
  expect(await desk.locator(".bubble").count()).toBe(2);
});

test("a resolved conversation leaves the list, and comes back with the visitor's next message", async () => {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const visitor = await visit(fixture(), { organization });
  await visitor.open();
  await visitor.send("Thank you");
  const desk = await signInToConsole(fixture(), organization);
  await desk.getByRole("link", { name: /Thank you/u }).click();
  await desk.getByRole("button", { name: "Resolve" }).click();
  await desk.getByText("No open conversations").waitFor();
  await visitor.send("One more thing");
  await desk.getByRole("link", { name: /One more thing/u }).waitFor();
  await desk.getByRole("button", { name: "Resolve" }).waitFor();
  expect(await desk.locator("a.inbox-row").count()).toBe(1);
});

test("what the visitor's page told stands beside the thread", async () => {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const config = 'user: { name: "Grace Hopper", email: "grace@example.com", attributes: { plan: "pro" } },';
  const visitor = await visit(fixture(), { organization, config });
  await visitor.open();
  await visitor.send("Hi");
  const desk = await signInToConsole(fixture(), organization);
  await desk.getByRole("link", { name: /Grace Hopper/u }).click();
  await desk.getByRole("link", { name: "grace@example.com" }).waitFor();
  const panel = await desk.getByRole("complementary", { name: "Visitor" }).innerText();
  expect(panel).toContain("Host page");
  expect(panel).toContain(fixture().host.origin);
  expect(panel).toMatch(/plan\s+pro/u);
  expect(panel).toMatch(/Chrome \d+ on Linux/u);
});

test("a visitor whom an agent blocks is out at once, and writes on when the block is lifted", async () => {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const visitor = await visit(fixture(), { organization });
  await visitor.open();
  await visitor.send("Buy my pills");
  const desk = await signInToConsole(fixture(), organization);
  await desk.getByRole("link", { name: /pills/u }).click();
  // It comes above the button.
  await desk.getByRole("heading", { name: "Timeline" }).waitFor();
  await desk.getByRole("button", { name: "Block visitor" }).click();
  await desk.getByRole("dialog").getByRole("button", { name: "Block visitor" }).click();
  await desk.getByText("This visitor is blocked and cannot write.").waitFor();
  expect(await visitor.called("onError")).toMatchObject({
    code: "AUTH_ERROR",
    details: { reason: "BANNED" },
  });
  await desk.getByRole("button", { name: "Unblock visitor" }).click();
  await desk.getByRole("button", { name: "Block visitor", exact: true }).waitFor();
  await visitor.page.reload();
  await visitor.open();
  await visitor.send("Sorry");
  await desk.locator(".bubble", { hasText: "Sorry" }).waitFor();
});
