import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";

import { signInToConsole } from "../harness/console.ts";
import { useFixture, visit } from "../harness/fixture.ts";
import { createNamed, type Organization } from "../harness/server.ts";
import { expectFits, hostile, links, markup, schemesOf, watch } from "./hostile.ts";

const fixture = useFixture();
const name = hostile(100);

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** What somebody may paste to have it explained: signed by nobody. */
function tokenOf(claims: unknown): string {
  return `${part({ alg: "HS256", kid: name })}.${part(claims)}.${part("")}`;
}

async function badlyNamed(): Promise<Organization> {
  const names = { organization: `${markup[0]}${markup[1]}`, agent: name };
  return createNamed(inject("data"), names, fixture().host.origin);
}

/** Opens a page of the settings, waits for what it shows of the names, and looks at it in a wide and a narrow window. */
async function open(desk: Page, page: string, shown: string): Promise<void> {
  await desk.goto(`${fixture().baseUrl}/console/#/settings/${page}`);
  await desk.reload();
  await desk.locator(".settings-page").locator(shown).first().waitFor();
  await expectFits(desk);
  await desk.setViewportSize({ width: 390, height: 844 });
  await expectFits(desk);
  await desk.setViewportSize({ width: 1440, height: 900 });
}

test("S2: no page of the settings runs or is pushed wide by the names of an agent and an organization", async () => {
  const desk = await signInToConsole(fixture(), await badlyNamed());
  const holds = await watch(desk);
  await open(desk, "account", ".qr, dd, input[name=name]");
  expect(await holds()).toEqual([]);
  await open(desk, "team", "tbody tr");
  await desk.getByRole("button", { name: "Invite" }).click();
  await desk.getByRole("dialog").getByLabel("Email").fill("joao@example.com");
  await desk.getByRole("button", { name: "Make the link" }).click();
  await desk.getByRole("dialog").getByLabel("Link").waitFor();
  expect(await holds()).toEqual([]);
  await open(desk, "attachments", "input[type=checkbox]");
  expect(await holds()).toEqual([]);
  await open(desk, "identity", "textarea");
  await desk.locator("textarea").fill(tokenOf({ iss: name, aud: hostile(1_000), sub: name, exp: links }));
  await desk.getByRole("button", { name: "Check", exact: true }).click();
  await desk.locator(".identity-checks", { hasText: "constructor" }).waitFor();
  await expectFits(desk);
  expect(await holds()).toEqual([]);
  await open(desk, "audit", "tbody tr");
  expect(await desk.locator(".audit-table").innerText()).toContain(markup[0]);
  expect(await holds()).toEqual([]);
});

test("S2: a note and a tag are text, for the colleague who reads them and in the search", async () => {
  const organization = await badlyNamed();
  const visitor = await visit(fixture(), { organization });
  await visitor.open();
  await visitor.send("Hello");
  const desk = await signInToConsole(fixture(), organization);
  const holds = await watch(desk);
  await desk.reload();
  await desk.getByRole("link", { name: /Hello/u }).click();
  await desk.getByRole("button", { name: "Add tag" }).click();
  await desk.locator(".tag-input").fill(markup[0] ?? "");
  await desk.keyboard.press("Enter");
  await desk.locator(".tag", { hasText: markup[0] ?? "" }).waitFor();
  await desk.locator(".thread").click();
  await desk.keyboard.press("n");
  await desk.getByRole("textbox", { name: "Note for your colleagues" }).fill(`${name} https://shop.example/`);
  await desk.keyboard.press("Enter");
  await desk.locator(".note", { hasText: "constructor" }).waitFor();
  expect(await schemesOf(desk.locator(".note"))).not.toContain("javascript:taken()");
  await Promise.all([desk.waitForResponse(/\/v1\/search\?/u), desk.locator(".search-input").fill("onerror")]);
  await desk.locator(".search-row, .inbox .empty-title").first().waitFor();
  await expectFits(desk);
  expect(await holds()).toEqual([]);
});
