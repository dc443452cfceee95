import { globSync, readFileSync } from "node:fs";
import path from "node:path";

import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { serveSite, type Site } from "./serve.ts";

const dist = path.join(import.meta.dirname, "../dist");
const axe = readFileSync(path.join(import.meta.dirname, "../../node_modules/axe-core/axe.min.js"), "utf8");
const mostBytes = 120_000;
const languages = [
  { folder: "", lang: "en", search: "callback", switchTo: "Español" },
  { folder: "es/", lang: "es", search: "mensaje", switchTo: "Português (Brasil)" },
  { folder: "pt-br/", lang: "pt-BR", search: "mensagem", switchTo: "English" },
] as const;
const slugs = globSync("**/index.html", { cwd: dist })
  .filter((file) => !/^(?:es|pt-br)\//u.test(file))
  .map((file) => file.replace(/index\.html$/u, ""));

let site: Site;
let browser: Browser;

beforeAll(async () => {
  site = await serveSite();
  browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

/** A window of the browser, and what its present page has shown. */
interface Visitor {
  readonly page: Page;
  /** Opens a page of the site as if for the first time: nothing comes from the cache. */
  readonly visit: (address: string) => Promise<void>;
  readonly complaints: string[];
  readonly foreign: string[];
  readonly bytes: () => number;
}

async function visitor(options: Parameters<Browser["newContext"]>[0] = {}): Promise<Visitor> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  const foreign: string[] = [];
  let bytes = 0;
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  await network.send("Network.setCacheDisabled", { cacheDisabled: true });
  network.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  page.on("console", (message) => {
    if (message.type() === "error") {
      complaints.push(message.text());
    }
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(site.origin) && !request.url().startsWith("data:")) {
      foreign.push(request.url());
    }
  });
  const visit = async (address: string): Promise<void> => {
    bytes = 0;
    complaints.length = 0;
    foreign.length = 0;
    await page.goto(`${site.origin}/docs/${address}`);
  };
  return { page, visit, complaints, foreign, bytes: () => bytes };
}

/** Rules of serious or critical impact that the page breaks, with the first place of each. */
async function violations(page: Page): Promise<readonly string[]> {
  // Evaluated by the developer protocol, so the page's policy stays in force.
  await page.evaluate(axe);
  const result: unknown = await page.evaluate(
    `axe.run({ resultTypes: ["violations"] }).then(({ violations }) => violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => id + ": " + nodes[0].html))`,
  );
  return Array.isArray(result) ? result.map(String) : ["axe gave no answer"];
}

describe.each(languages)("in $lang", ({ folder, lang, search, switchTo }) => {
  let reader: Visitor;

  beforeAll(async () => {
    reader = await visitor({ colorScheme: "light" });
  });

  afterAll(async () => {
    await reader.page.context().close();
  });

  test.each(slugs)(
    "the page /%s is whole, light, accessible, asks nobody else and fits a phone",
    async (slug) => {
      const { page, complaints, foreign } = reader;
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.emulateMedia({ colorScheme: "light" });
      await reader.visit(`${folder}${slug}`);
      expect(await page.locator("html").getAttribute("lang")).toBe(lang);
      expect(await page.locator("h1").count()).toBe(1);
      expect(await violations(page)).toEqual([]);
      expect(foreign).toEqual([]);
      expect(reader.bytes()).toBeGreaterThan(10_000);
      expect(reader.bytes()).toBeLessThanOrEqual(mostBytes);
      await page.setViewportSize({ width: 390, height: 844 });
      await page.emulateMedia({ colorScheme: "dark" });
      await page.locator("html[data-theme=dark]").waitFor();
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
      // Code that now needs scrolling becomes focusable a moment later.
      await expect.poll(() => violations(page), { timeout: 20_000 }).toEqual([]);
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
