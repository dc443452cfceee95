import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";

import { seriousFindings } from "../../../../scripts/axe.ts";
import { signInToConsole } from "../harness/console.ts";
import { useFixture, visit } from "../harness/fixture.ts";
import { createOrganization } from "../harness/server.ts";

const fixture = useFixture();
const patient = { timeout: 20_000 };

const looks = ["en", "es", "pt-BR"].flatMap((locale) =>
  ["light", "dark"].map((scheme) => ({ locale, scheme })),
);

/** As another tab would change it: the page follows without being loaded again. */
async function wear(desk: Page, look: { readonly locale: string; readonly scheme: string }): Promise<void> {
  await desk.evaluate((value) => {
    const key = "chask.console.preferences";
    window.dispatchEvent(new StorageEvent("storage", { key, newValue: value }));
  }, JSON.stringify(look));
  await desk.locator(`html[lang="${look.locale}"][data-mantine-color-scheme="${look.scheme}"]`).waitFor();
}

/** What a person who needs assistive technology would stumble over here. */
async function findings(desk: Page, where: string): Promise<readonly string[]> {
  // What slides in is half transparent on its way.
  await desk.evaluate(() =>
    Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))),
  );
  return (await seriousFindings(desk)).map((found) => `${where}: ${found}`);
}

/** Every address the console has for this agent. */
async function addresses(desk: Page): Promise<readonly string[]> {
  await desk.evaluate("location.hash = '#/settings'");
  const links = desk.locator('a[href^="#/settings/"]');
  await links.first().waitFor();
  const pages = await links.evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
  await desk.evaluate("location.hash = '#/'");
  const conversation = await desk.locator("a.inbox-row").first().getAttribute("href");
  return ["#/", conversation ?? "", ...pages];
}

/** Runs in the page: returns when what was shown before has made way, if only for a skeleton. */
function goTo(hash: string): Promise<void> {
  return new Promise((resolve) => {
    const shown = (): void => void requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    if (window.location.hash === hash) {
      shown();
      return;
    }
    window.addEventListener("hashchange", shown, { once: true });
    window.location.hash = hash;
  });
}

async function walk(desk: Page, places: readonly string[], look: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const place of places) {
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    await desk.evaluate(goTo, place);
    // oxlint-disable-next-line no-await-in-loop
    await expect.poll(() => desk.locator("[aria-busy=true], .settings-skeleton").count(), patient).toBe(0);
    // oxlint-disable-next-line no-await-in-loop
    found.push(...(await findings(desk, `${look} ${place}`)));
  }
  return found;
}

/** What lies over the pages. */
async function overlays(desk: Page, look: string): Promise<readonly string[]> {
  await desk.keyboard.press("Control+k");
  await desk.locator(".palette-option").first().waitFor();
  const palette = await findings(desk, `${look} palette`);
  await desk.keyboard.press("Escape");
  await desk.locator(".palette").waitFor({ state: "detached" });
  await desk.keyboard.press("?");
  await desk.locator(".shortcuts").first().waitFor();
  const help = await findings(desk, `${look} keys`);
  await desk.keyboard.press("Escape");
  await desk.locator(".shortcuts").first().waitFor({ state: "detached" });
  return [...palette, ...help];
}

test("axe finds nothing serious on any page of the console, in three languages, light and dark", async () => {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const visitor = await visit(fixture(), { organization });
  await visitor.open();
  await visitor.send("Is every page fit for everybody?");
  const desk = await signInToConsole(fixture(), organization);
  await desk.getByRole("link", { name: /Is every page fit/u }).waitFor();
  const places = await addresses(desk);
  expect(places.length).toBeGreaterThan(6);
  const found: string[] = [];
  for (const look of looks) {
    const name = `${look.locale} ${look.scheme}`;
    // oxlint-disable-next-line no-await-in-loop -- one look after the other
    await wear(desk, look);
    // oxlint-disable-next-line no-await-in-loop
    found.push(...(await walk(desk, places, name)), ...(await overlays(desk, name)));
  }
  expect(found).toEqual([]);
}, 180_000);
