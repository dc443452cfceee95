import { globSync } from "node:fs";
import path from "node:path";

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { seriousFindings } from "../../scripts/axe.ts";
import { launchChromium } from "../../scripts/chromium.ts";
import { rawKeys } from "../scripts/site.ts";
import { Links } from "./links.ts";
import { serveSite, type Site } from "./serve.ts";
import { alternatesOf, linksOf, visitorOf, unsettled, wideTables, type Visitor } from "./visitor.ts";

const dist = path.join(import.meta.dirname, "../dist");
const mostBytes = 120_000;
/** Pictures load when they come near, one by one. */
const mostPictureBytes = 60_000;
const languages = [
  {
    folder: "",
    lang: "en",
    search: "callback",
    switchTo: "Español",
    copied: "Copied",
    off: "is switched off on this server",
  },
  {
    folder: "es/",
    lang: "es",
    search: "mensaje",
    switchTo: "Português (Brasil)",
    copied: "Copiado",
    off: "está desactivada en este servidor",
  },
  {
    folder: "pt-br/",
    lang: "pt-BR",
    search: "mensagem",
    switchTo: "English",
    copied: "Copiado",
    off: "está desativado neste servidor",
  },
] as const;
const slugs = globSync("**/index.html", { cwd: dist })
  .filter((file) => !/^(?:es|pt-br)\//u.test(file))
  .map((file) => file.replace(/index\.html$/u, ""));

let site: Site;
let browser: Browser;

beforeAll(async () => {
  site = await serveSite();
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

const links = new Links();

function visitor(options: Parameters<Browser["newContext"]>[0] = {}): Promise<Visitor> {
  return visitorOf(browser, site, options);
}

/** The pages of the same content in every language, as they must be told to search engines. */
function counterparts(slug: string): readonly string[] {
  return [...languages, { lang: "x-default", folder: "" }].map(
    ({ lang, folder }) => `${lang} /docs/${folder}${slug}`,
  );
}

describe.each(languages)("in $lang", ({ folder, lang, search, switchTo, copied, off }) => {
  let reader: Visitor;

  beforeAll(async () => {
    reader = await visitor({ colorScheme: "light" });
  });

  afterAll(async () => {
    await reader.page.context().close();
  });

  test.each(slugs)(
    "the page /%s is whole, light, accessible, leads somewhere, asks nobody else and fits a phone",
    async (slug) => {
      const { page, complaints, foreign } = reader;
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.emulateMedia({ colorScheme: "light" });
      await reader.visit(`${folder}${slug}`);
      expect(await page.locator("html").getAttribute("lang")).toBe(lang);
      expect(await page.locator("h1").count()).toBe(1);
      expect(await alternatesOf(page)).toEqual(expect.arrayContaining([...counterparts(slug)]));
      expect(rawKeys(await page.content())).toEqual([]);
      expect(await links.dead(site.origin, await linksOf(page))).toEqual([]);
      await expect.poll(() => unsettled(page), { timeout: 20_000 }).toEqual([]);
      expect(await seriousFindings(page)).toEqual([]);
      expect(await wideTables(page)).toEqual([]);
      expect(foreign).toEqual([]);
      expect(reader.bytes()).toBeGreaterThan(10_000);
      expect(reader.bytes()).toBeLessThanOrEqual(mostBytes);
      expect(reader.pictureBytes()).toBeLessThanOrEqual(mostPictureBytes);
      await page.setViewportSize({ width: 700, height: 844 });
      expect(await wideTables(page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await wideTables(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      await page.locator("html[data-theme=dark]").waitFor();
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
      await expect.poll(() => unsettled(page), { timeout: 20_000 }).toEqual([]);
      expect(await seriousFindings(page)).toEqual([]);
      // Without a Chask server behind the site the playground finds no sandbox, and says so.
      expect(slug === "playground/" ? [] : complaints).toEqual([]);
    },
  );

  test("the search finds pages of this language", async () => {
    const { page, visit, complaints } = await visitor();
    await visit(folder);
    await page.locator("button[data-open-modal]").click();
    await page.locator("#starlight__search input").fill(search);
    const first = page.locator(".pagefind-ui__result-link").first();
    await first.waitFor();
    expect(new URL((await first.getAttribute("href")) ?? "", site.origin).pathname).toMatch(
      folder === "" ? /^\/docs\/(?!es|pt-br)/u : new RegExp(`^/docs/${folder}`, "u"),
    );
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("the button beside an example speaks the reader's language", async () => {
    const { page, visit } = await visitor();
    await visit(`${folder}callbacks/`);
    const button = page.locator("main .copy button").first();
    expect(await button.getAttribute("data-copied")).toBe(copied);
    await page.context().close();
  });

  test("the playground says so when this server offers none", async () => {
    const { page, visit } = await visitor();
    await visit(`${folder}playground/`);
    await page.getByRole("status").filter({ hasText: off }).waitFor();
    expect(await page.locator("[data-playground] button:enabled").count()).toBe(0);
    await page.context().close();
  });

  test("every framework's example is shown without JavaScript", async () => {
    const { page, visit } = await visitor({ javaScriptEnabled: false });
    await visit(`${folder}installation/`);
    const panels = page.locator("[role=tabpanel]");
    expect(await panels.count()).toBe(4);
    for (const panel of await panels.all()) {
      expect(await panel.isVisible()).toBe(true);
    }
    await page.context().close();
  });

  test("the language is switched without JavaScript, and the page stays", async () => {
    const { page, visit } = await visitor({ javaScriptEnabled: false });
    await visit(`${folder}callbacks/`);
    await page.locator(".right-group details.languages summary").click();
    await page.locator(".right-group details.languages a", { hasText: switchTo }).click();
    expect(new URL(page.url()).pathname).toMatch(/callbacks\/$/u);
    expect(await page.locator("html").getAttribute("lang")).not.toBe(lang);
    await page.context().close();
  });
});

test.each(["light", "dark"] as const)(
  "without JavaScript the page is %s when the system is",
  async (colorScheme) => {
    const { page, visit } = await visitor({ javaScriptEnabled: false, colorScheme });
    await visit("");
    const color = await page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
    const [red = 0] = (color.match(/\d+/gu) ?? []).map(Number);
    expect(red > 128 ? "light" : "dark").toBe(colorScheme);
    await page.context().close();
  },
);
