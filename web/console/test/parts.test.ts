import type { Page, Route } from "playwright-core";
import { expect, test } from "vitest";
import { useStage } from "./console.ts";

const stage = useStage();

const lose = (route: Route): Promise<void> => route.abort("internetdisconnected");

/// Keeps a part from coming until the result is called.
async function withhold(page: Page, name: string): Promise<() => Promise<void>> {
  const files = `**/assets/${name}-*`;
  await page.route(files, lose);
  return () => page.unroute(files, lose);
}

function isStyled(): boolean {
  const links = document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]");
  return [...links].every(({ sheet }) => sheet !== null);
}

test("what may be opened has come before there is no network", async () => {
  const { page, signIn, goto, faults } = stage();
  const last = page.waitForResponse(/\/assets\/Audit-[^/]*\.js$/);
  await signIn();
  await last;
  await withhold(page, "*");
  await goto("#/reports");
  await page.locator(".report-card").first().waitFor();
  await goto("#/settings/audit");
  await page.locator(".audit-table").waitFor();
  expect(faults).toEqual([]);
});

test.each([
  { name: "Reports", hash: "#/reports", there: ".report-cards" },
  { name: "Settings", hash: "#/settings/audit", there: ".audit-table" },
  { name: "TeamPage", hash: "#/settings/team", there: ".team-table" },
])("$name can be asked for again when it did not come, with its style", async ({ name, hash, there }) => {
  const { page, signIn, goto, faults } = stage();
  const giveBack = await withhold(page, name);
  await signIn();
  await goto(hash);
  await page.getByText("This part could not be shown").waitFor();
  await giveBack();
  await page.getByRole("button", { name: "Try again" }).click();
  await page.locator(there).waitFor();
  await page.waitForFunction(isStyled);
  expect(faults.splice(0)).not.toEqual([]);
});

test("a palette that does not come leaves a word and the desk, and comes the next time", async () => {
  const { page, signIn, server, faults } = stage();
  server.world.open({ name: "Grace" }, "Hi");
  const giveBack = await withhold(page, "Palette");
  await signIn();
  await page.locator(".inbox-row", { hasText: "Grace" }).waitFor();
  await page.keyboard.press("Control+k");
  await page.locator(".notice").waitFor();
  expect(await page.locator(".inbox-row", { hasText: "Grace" }).count()).toBe(1);
  await giveBack();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Go to, or do" }).waitFor();
  faults.splice(0);
});
