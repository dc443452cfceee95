import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";

import { onlyConversation, signIn } from "../harness/agent.ts";
import { signInToConsole } from "../harness/console.ts";
import { picture } from "../harness/upload.ts";
import { useFixture, visit } from "../harness/fixture.ts";
import { text } from "../harness/json.ts";
import { hostPage, WidgetPage } from "../harness/page.ts";
import { createNamed, createOrganization, type Organization } from "../harness/server.ts";
import { hostile, links, long, markup, schemesOf, turned, watch } from "./hostile.ts";

const fixture = useFixture();

async function watched(
  organization: Organization,
  config = "",
): Promise<[WidgetPage, () => Promise<readonly string[]>]> {
  const { baseUrl, browser, host } = fixture();
  const page = await (await browser.newContext({ locale: "en-US" })).newPage();
  const holds = await watch(page);
  await page.goto(host.serve({ html: hostPage(baseUrl, organization, { config }) }));
  return [new WidgetPage(page), holds];
}

/** Puts formatted words into the clipboard, as a copy from any page does, and pastes them where the cursor is. */
async function paste(page: Page): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.bringToFront();
  await page.evaluate(async () => {
    const html = new Blob(["<p>bold <b>words</b></p><img src=x>"], { type: "text/html" });
    const plain = new Blob(["bold words"], { type: "text/plain" });
    await navigator.clipboard.write([new ClipboardItem({ "text/html": html, "text/plain": plain })]);
  });
  await page.keyboard.press("Control+V");
}

test("S2: nothing of an agent's name, an organization's name or an agent's message runs in the widget", async () => {
  const names = { organization: `${markup[0]}${markup[1]}`, agent: hostile(100) };
  const organization = await createNamed(inject("data"), names, fixture().host.origin);
  const [visitor, holds] = await watched(organization);
  await visitor.open();
  await visitor.dialog.getByText(names.organization).waitFor();
  await visitor.send("Hello");
  await visitor.called("onMessageSent");
  const agent = await signIn(fixture().baseUrl, organization);
  const { id } = await onlyConversation(agent);
  const file = { name: `${markup[0]}${turned}.png`, type: "image/png", bytes: picture };
  await agent.reply(id, long);
  await agent.reply(id, `${[...markup, ...links].join("\n")} https://shop.example/`, [
    text(await agent.upload(file), "id"),
  ]);
  await visitor.called("onMessageReceived", 2);
  await visitor.dialog.locator(".bubble", { hasText: markup[1] ?? "" }).waitFor();
  expect(await schemesOf(visitor.dialog)).toContain("https://shop.example/");
  expect(await holds()).toEqual([]);
});

test("S2: an agent's own name, as bad as it may be, runs in no view of the console", async () => {
  const { host } = fixture();
  const names = { organization: `${markup[0]}${markup[1]}`, agent: hostile(100) };
  const organization = await createNamed(inject("data"), names, host.origin);
  const desk = await signInToConsole(fixture(), organization);
  const holds = await watch(desk);
  await desk.reload();
  await desk.getByRole("button", { name: /^Account of/u }).click();
  await desk.getByText(organization.email).waitFor();
  await desk.keyboard.press("Escape");
  expect(await holds()).toEqual([]);
});

test("S2: a colour is a colour or is not taken, so that no theme can bring styles of its own", async () => {
  const bad = `theme: { primaryColor: "#3b5bdb;}:host{display:none}.launcher{background:url(https://evil.example/x)" },`;
  const [visitor, holds] = await watched(fixture().organization, bad);
  await visitor.launcher.waitFor();
  const background = await visitor.launcher.evaluate((button) => getComputedStyle(button).background);
  expect(background).toContain("rgb(59, 91, 219)");
  expect(background).not.toContain("url");
  expect(await holds()).toEqual([]);
});

test("S3: pasted HTML arrives as its text, in the widget and in the console", async () => {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const visitor = await visit(fixture(), { organization });
  await visitor.open();
  await visitor.textBox.focus();
  await paste(visitor.page);
  expect(await visitor.textBox.inputValue()).toBe("bold words");
  await visitor.send("<b>typed</b>");
  await visitor.called("onMessageSent");
  const agent = await signIn(fixture().baseUrl, organization);
  const { id } = await onlyConversation(agent);
  expect((await agent.messages(id)).map((one) => text(one, "content"))).toEqual(["<b>typed</b>"]);
  const desk = await signInToConsole(fixture(), organization);
  await desk.getByRole("link", { name: /typed/u }).click();
  await desk.locator(".bubble", { hasText: "<b>typed</b>" }).waitFor();
  const box = desk.getByRole("textbox", { name: /^Reply to/u });
  await box.focus();
  await paste(desk);
  expect(await box.inputValue()).toBe("bold words");
  expect(await desk.locator("img[src=x]").count()).toBe(0);
});
