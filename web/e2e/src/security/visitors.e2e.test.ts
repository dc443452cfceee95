import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";

import { signInToConsole } from "../harness/console.ts";
import { picture } from "../harness/upload.ts";
import { useFixture } from "../harness/fixture.ts";
import { createOrganization, type Organization } from "../harness/server.ts";
import { bareVisitor } from "../harness/visitor.ts";
import { expectFits, hostile, links, long, markup, schemesOf, turned, watch } from "./hostile.ts";

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
  const called = await desk.locator(".inbox, .thread-head, .visitor-card").allInnerTexts();
  expect(called.join("")).toContain("WWW");
  expect(called.join("")).not.toContain("\u202e");
  // Where it stands as it was given, it is by itself.
  expect(
    await desk
      .locator("dd", { hasText: "\u202e" })
      .evaluateAll((all) => all.map((one) => one.getAttribute("dir"))),
  ).toEqual(["auto"]);
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
  const { baseUrl, host } = fixture();
  const organization = await createOrganization(inject("data"), host.origin);
  const visitor = await bareVisitor(baseUrl, organization, host.origin);
  const words = ["https://a.example/", "http://b.example/", "mailto:c@d.example", "tel:+15550100"];
  const wrong = ["javascript:taken()", "JaVaScRiPt://a.example/%0Ataken()", "data:text/html,x", "vbscript:x"];
  await visitor.post(
    [...words, ...wrong, "file:///etc/passwd", "blob:https://a.example/1", "ftp://e.example"].join(" "),
  );
  const desk = await signInToConsole(fixture(), organization);
  await desk.locator("a.inbox-row").click();
  const bubble = desk.locator(".bubble");
  await bubble.waitFor();
  // The address inside "blob:…" is one by itself.
  expect(new Set(await schemesOf(bubble))).toEqual(new Set([...words, "https://a.example/1"]));
});
