import type { Browser, Page } from "playwright-core";

import type { Site } from "./serve.ts";

/** A window of the browser, and what its present page has shown. */
export interface Visitor {
  readonly page: Page;
  /** Opens a page of the site as if for the first time: nothing comes from the cache. */
  readonly visit: (address: string) => Promise<void>;
  readonly complaints: string[];
  readonly foreign: string[];
  /** Of everything but the search and the pictures. */
  readonly bytes: () => number;
  /** Of the heaviest picture. */
  readonly pictureBytes: () => number;
}

/** The search's own files: its window is fetched while the reader reads, and is no part of a page's weight. */
const searchParts = /\/(?:pagefind\/|_astro\/(?:ui-core|Search\.astro))/u;

/** Opens a window that counts what is loaded, and hears what the page complains about. */
export async function visitorOf(
  browser: Browser,
  site: Site,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<Visitor> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  const foreign: string[] = [];
  let bytes = 0;
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  await network.send("Network.setCacheDisabled", { cacheDisabled: true });
  const ofSearch = new Set<string>();
  const pictures = new Set<string>();
  let heaviest = 0;
  network.on("Network.requestWillBeSent", ({ requestId, request }) => {
    if (searchParts.test(request.url)) {
      ofSearch.add(requestId);
    }
    if (/\/docs\/images\//u.test(request.url)) {
      pictures.add(requestId);
    }
  });
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (pictures.has(requestId)) {
      heaviest = Math.max(heaviest, encodedDataLength);
    } else if (!ofSearch.has(requestId)) {
      bytes += encodedDataLength;
    }
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
    heaviest = 0;
    complaints.length = 0;
    foreign.length = 0;
    await page.goto(`${site.origin}/docs/${address}`);
  };
  return { page, visit, complaints, foreign, bytes: () => bytes, pictureBytes: () => heaviest };
}

/** Tables that would have to be scrolled sideways to be read whole. */
export async function wideTables(page: Page): Promise<readonly string[]> {
  return strings(
    page,
    `[...document.querySelectorAll("main .reference, main table")]
      .filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1)
      .map((element) => element.scrollWidth + " in " + element.clientWidth + ": " + element.innerText.slice(0, 60))`,
  );
}

/** Code that has to be scrolled and cannot be focused, and colours on their way: there is none a moment later. */
export async function unsettled(page: Page): Promise<readonly string[]> {
  return strings(
    page,
    `[...[...document.querySelectorAll("pre")]
      .filter((code) => code.checkVisibility() && code.scrollWidth > code.clientWidth && !code.hasAttribute("tabindex"))
      .map((code) => "not focusable: " + code.innerText.slice(0, 60)),
      ...document.getAnimations().filter(({ playState }) => playState === "running").map(() => "moving")]`,
  );
}

/** Where the links of the page lead, as the browser understands them. */
export async function linksOf(page: Page): Promise<readonly string[]> {
  return strings(page, "[...document.querySelectorAll('a[href]')].map((link) => link.href)");
}

/** The page in other languages, as `<language> <address>`. */
export async function alternatesOf(page: Page): Promise<readonly string[]> {
  return strings(
    page,
    "[...document.querySelectorAll('link[rel=alternate][hreflang]')].map((link) => link.hreflang + ' ' + new URL(link.href).pathname)",
  );
}

async function strings(page: Page, script: string): Promise<readonly string[]> {
  const result: unknown = await page.evaluate(script);
  return Array.isArray(result) ? result.map(String) : [`no list: ${script}`];
}
