import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { loaded } from "../views/view.ts";

/** Texts that would run, or lead to what runs, if anything read them as more than text (XSSSET of the design). */
export const markup: readonly string[] = [
  "<img src=x onerror=taken()>",
  '"><svg onload=taken()>',
  "{{constructor.constructor('taken()')()}}",
];
export const links: readonly string[] = ["javascript:taken()", "data:text/html,<script>taken()</script>"];
export const turned = "\u202egnp.exe";
export const long: string = "W".repeat(10_000);

/** All that fits into a field of so many characters. */
export function hostile(length: number): string {
  return [...markup, ...links, turned].join(" ").slice(0, length);
}

/** Schemes that a text of a person may become a link to. */
const allowed = /^(?:https?:|mailto:|tel:)/u;

/** Where the console itself leads to: files and the documentation of its own server. */
const ownPath = /^\/(?:v1\/attachments|docs)\//u;

/** Makes anything that runs leave a trace. What is handed back gives all traces: of code, dialogs, requests, elements. */
export async function watch(page: Page): Promise<() => Promise<readonly string[]>> {
  const dialogs: string[] = [];
  const foreign: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on("request", (request) => foreign.push(request.url()));
  await page.addInitScript(
    "globalThis.traces = []; globalThis.taken = () => traces.push('ran'); alert = taken;",
  );
  return async () => {
    const ran: unknown = await page.evaluate("globalThis.traces ?? []");
    const wrong = page.locator("[onerror], [onload], [onclick], img[src='x']");
    return [
      ...dialogs,
      ...(Array.isArray(ran) ? ran.map(String) : ["no traces"]),
      ...foreign.filter((url) => /evil\.example|\/x$/u.test(url)),
      ...(await wrong.evaluateAll((all) => all.map((one) => one.outerHTML))),
    ];
  };
}

/** Where the links within a place lead; a fragment or a path of the page's own is no link of a person's text. */
export async function schemesOf(place: Locator): Promise<readonly string[]> {
  const found = await place
    .locator("a[target=_blank]")
    .evaluateAll((all) => all.map((one) => String(one.getAttribute("href"))));
  expect(found.filter((href) => !allowed.test(href) && !ownPath.test(href))).toEqual([]);
  return found;
}

/** Opens every page of the settings there is, one after the other, as the list of pages leads to them. */
export async function openEverySetting(desk: Page, seen: (page: string) => Promise<void>): Promise<void> {
  const entries = desk.locator(".settings-nav a[href^='#/settings/']");
  await entries.first().waitFor();
  const pages = await entries.evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
  expect(pages.length).toBeGreaterThanOrEqual(5);
  for (const page of pages) {
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    await desk.locator(`.settings-nav a[href='${page}']`).click();
    // oxlint-disable-next-line no-await-in-loop
    await desk.locator(`.settings-nav a[href='${page}'][aria-current=page]`).waitFor();
    // oxlint-disable-next-line no-await-in-loop
    await loaded(desk);
    // oxlint-disable-next-line no-await-in-loop
    await seen(page);
  }
}

/** Nothing may push the page wider than its window. */
export async function expectFits(page: Page): Promise<void> {
  const surplus = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
  expect(await page.evaluate(surplus)).toBeLessThanOrEqual(0);
}
