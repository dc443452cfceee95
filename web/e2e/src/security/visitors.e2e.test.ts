import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";

import { signInToConsole } from "../harness/console.ts";
import { picture } from "../harness/upload.ts";
import { useFixture, visit } from "../harness/fixture.ts";
import { createNamed, createOrganization, type Organization } from "../harness/server.ts";
import { bareVisitor } from "../harness/visitor.ts";
import { expectFits, hostile, links, long, markup, openEverySetting } from "./hostile.ts";
import { schemesOf, turned, watch } from "./hostile.ts";

const fixture = useFixture();

/** A visitor who puts the set into everything that a visitor can say of himself, and writes it too. */
async function attack(organization: Organization): Promise<string> {
  const { baseUrl, host } = fixture();
  const visitor = await bareVisitor(baseUrl, organization, host.origin, {
    page: { url: links[0], title: hostile(300), referrer: links[1] },
    userAgent: [...markup, ...links].join(" "),
  });
  await visitor.user({
    name: hostile(200),
    email: `${markup[0]}@evil.example`,
    phone: '"><svg onload=taken()>',
    avatarUrl: "https://evil.example/face.png",
    company: { id: hostile(200), name: hostile(200) },
    attributes: { [markup[0] ?? ""]: hostile(500), color: "red;background:url(https://evil.example/x)" },
  });
  const named = { name: `${markup[0]}${turned}.png`, type: "image/png", bytes: picture };
  const script = { name: `${markup[1]}.txt`, type: "text/plain", bytes: Buffer.from(hostile(300)) };
  const files = [await visitor.upload(named), await visitor.upload(script)];
  await visitor.post(long);
  await visitor.post(
    `${[...markup, ...links].join("\n")}\nhttps://shop.example/a mailto:a@b.example tel:+15550100`,
    files,
  );
  return visitor.post(hostile(1_000));
}

/** Opens what the console can show of the conversation, one after the other. */
async function openEveryView(desk: Page, conversation: string): Promise<void> {
  await desk.locator("a.inbox-row").click();
  await desk.locator(".bubble", { hasText: "shop.example" }).waitFor();
  await desk.getByRole("complementary", { name: "Visitor" }).getByText("color", { exact: true }).waitFor();
  await desk.locator(".attachment-image img").waitFor();
  await desk.keyboard.press("Escape");
  await desk.locator("main").focus();
  await desk.keyboard.press("?");
  await desk.getByRole("dialog").waitFor();
  await desk.keyboard.press("Escape");
  await desk.getByRole("button", { name: /^Account of/u }).click();
  await desk.getByRole("button", { name: "Resolve" }).click();
  await desk.getByText("No open conversations").waitFor();
  await desk.goto(`${fixture().baseUrl}/console/#/conversations/${conversation}`);
  await desk.getByRole("button", { name: "Reopen" }).click();
  await desk.locator("a.inbox-row").waitFor();
}

test("S1: nothing that a visitor says of himself or writes runs in any view of the console", async () => {
  const { baseUrl, host } = fixture();
  const organization = await createOrganization(inject("data"), host.origin);
  const desk = await signInToConsole(fixture(), organization);
  const holds = await watch(desk);
  await desk.reload();
  const conversation = await attack(organization);
  await openEveryView(desk, conversation);
  await schemesOf(desk.locator("body"));
  await expectFits(desk);
  for (const size of [
    { width: 900, height: 800 },
    { width: 390, height: 844 },
  ]) {
    await desk.setViewportSize(size);
    await desk.getByRole("button", { name: "Show visitor" }).click();
    await desk.getByRole("dialog").getByText("color", { exact: true }).waitFor();
    await expectFits(desk);
    await desk.keyboard.press("Escape");
    await desk.getByRole("dialog").waitFor({ state: "detached" });
  }
  await desk.goto(`${baseUrl}/console/#/`);
  await desk.locator("a.inbox-row").waitFor();
  await expectFits(desk);
  expect(await holds()).toEqual([]);
});

test("S1: what was said before runs neither in the views of the list, the search and a block, nor in the settings", async () => {
  const { baseUrl, host } = fixture();
  const names = { organization: `${markup[0]}${markup[1]}`, agent: hostile(100) };
  const organization = await createNamed(inject("data"), names, host.origin);
  await attack(organization);
  const desk = await signInToConsole(fixture(), organization);
  const holds = await watch(desk);
  await desk.reload();
  await desk.locator("a.inbox-row").click();
  await desk.getByRole("button", { name: "Claim" }).click();
  const views = desk.locator(".view");
  const count = await views.count();
  for (let view = 0; view < count; view++) {
    // oxlint-disable-next-line no-await-in-loop -- one view after the other
    await views.nth(view).click();
    // oxlint-disable-next-line no-await-in-loop
    await desk.locator(".inbox-list:not([aria-busy=true])").waitFor();
  }
  for (const words of ["onerror", "constructor", "npp", "shop.example"]) {
    // oxlint-disable no-await-in-loop -- one search after the other
    const answered = desk.waitForResponse(/\/v1\/search\?/u);
    await desk.locator(".search-input").fill(words);
    await answered;
    await desk.locator(".search-row, .inbox .empty-title").first().waitFor();
    // oxlint-enable no-await-in-loop
  }
  await desk.locator(".search-input").fill("constructor");
  await desk.locator(".search-row").first().waitFor();
  await expectFits(desk);
  expect(await holds()).toEqual([]);

  await desk.getByRole("button", { name: "Block visitor" }).click();
  const dialog = desk.getByRole("dialog");
  expect(await dialog.innerText()).toContain(`Block ${markup[0]}`);
  await dialog.getByRole("button", { name: "Block visitor" }).click();
  await desk.getByText("This visitor is blocked and cannot write.").waitFor();
  expect(await holds()).toEqual([]);

  await desk.goto(`${baseUrl}/console/#/settings/account`);
  await openEverySetting(desk, async (page) => {
    await schemesOf(desk.locator("body"));
    await expectFits(desk);
    expect([page, ...(await holds())]).toEqual([page]);
  });
  await desk.locator(".audit-table", { hasText: "Visitor blocked" }).waitFor();
});

test("S1: a name cannot be longer than its place, nor turn the words beside it around", async () => {
  const { baseUrl, host } = fixture();
  const organization = await createOrganization(inject("data"), host.origin);
  const visitor = await bareVisitor(baseUrl, organization, host.origin);
  await expect(visitor.user({ name: long })).rejects.toThrow("400");
  await visitor.user({ name: `\u202e${"W".repeat(199)}` });
  await visitor.post("Hello");
  const desk = await signInToConsole(fixture(), organization);
  await desk.locator("a.inbox-row").click();
  await desk.locator(".bubble", { hasText: "Hello" }).waitFor();
  const given = desk.locator("dd", { hasText: "\u202e" });
  await given.waitFor();
  const called = await desk.locator(".inbox, .thread-head, .visitor-card").allInnerTexts();
  expect(called.join("")).toContain("WWW");
  expect(called.join("")).not.toContain("\u202e");
  // Where it stands as it was given, it is by itself.
  expect(await given.evaluateAll((all) => all.map((one) => one.getAttribute("dir")))).toEqual(["auto"]);
  const labels = await desk
    .locator("[aria-label]")
    .evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")).join(" "));
  expect(labels).toContain("Reply to W");
  expect(labels).not.toContain("\u202e");
  await expectFits(desk);
  const row = await desk.locator("a.inbox-row").boundingBox();
  expect(row?.height).toBe(64);
});

test("S3: of a visitor's text only https, http, mailto and tel become links, in console and widget alike", async () => {
  const { host } = fixture();
  const organization = await createOrganization(inject("data"), host.origin);
  const visitor = await visit(fixture(), { organization });
  await visitor.open();
  const words = ["https://a.example/", "http://b.example/", "mailto:c@d.example", "tel:+15550100"];
  const wrong = ["javascript:taken()", "JaVaScRiPt://a.example/%0Ataken()", "data:text/html,x", "vbscript:x"];
  await visitor.send(
    [...words, ...wrong, "file:///etc/passwd", "blob:https://a.example/1", "ftp://e.example"].join(" "),
  );
  const desk = await signInToConsole(fixture(), organization);
  await desk.locator("a.inbox-row").click();
  const bubble = desk.locator(".bubble");
  await bubble.waitFor();
  // The address inside "blob:…" is one by itself.
  const allowed = new Set([...words, "https://a.example/1"]);
  expect(new Set(await schemesOf(bubble))).toEqual(allowed);
  const said = visitor.dialog.locator(".bubble");
  await said.waitFor();
  expect(new Set(await schemesOf(said))).toEqual(allowed);
});
