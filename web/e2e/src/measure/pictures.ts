/**
 * Takes pictures of every view of the console for people to look at: on a desktop, a tablet and a phone, light and dark,
 * in three languages. Run it after `./chask build`: `npm run pictures -w @chask/e2e -- FOLDER`. What is named after the
 * folder narrows it down, as in `phone dark es settings`.
 */
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { launchChromium } from "../../../../scripts/chromium.ts";
import { aboveTheConversation, secondFactor } from "./dialogs.ts";
import { root, type SeededServer, withSeededServer } from "./server.ts";

const sizes = {
  desktop: { width: 1440, height: 900 },
  tablet: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
} as const;
const schemes = ["light", "dark"] as const;
const locales = ["en", "es", "pt-BR"] as const;

const [folder, ...wanted] = process.argv.slice(2);

interface Look {
  readonly size: keyof typeof sizes;
  readonly scheme: (typeof schemes)[number];
  readonly locale: (typeof locales)[number];
}

function looks(): readonly Look[] {
  return (["desktop", "tablet", "phone"] as const)
    .flatMap((size) => schemes.flatMap((scheme) => locales.map((locale) => ({ size, scheme, locale }))))
    .filter((look) => among(sizes, look.size) && among(schemes, look.scheme) && among(locales, look.locale));
}

/** Whether it is wanted: named, or none of its kind is. */
function among(kind: object, one: string): boolean {
  const names: readonly string[] = Array.isArray(kind) ? kind : Object.keys(kind);
  return wanted.includes(one) || !names.some((name) => wanted.includes(name));
}

async function take(page: Page, look: Look, view: string): Promise<void> {
  const only = wanted.filter(
    (word) => ![...Object.keys(sizes), ...schemes, ...locales].some((name) => name === word),
  );
  if (only.length === 0 || only.some((word) => view.startsWith(word))) {
    const file = `${view}-${look.size}-${look.scheme}-${look.locale}.png`;
    await page.screenshot({ path: join(output, file), animations: "disabled", caret: "hide" });
    console.log(file);
  }
}

/** Goes to an address within the console, and waits until nothing is being loaded. */
async function go(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, address);
  await page.waitForLoadState("networkidle");
  const busy = page.locator("[aria-busy=true]");
  while ((await busy.count()) > 0) {
    // oxlint-disable-next-line no-await-in-loop -- one skeleton after the other
    await busy.first().waitFor({ state: "hidden" });
  }
}

async function inbox(page: Page, look: Look): Promise<void> {
  await take(page, look, "inbox");
  const row = page.locator("a.inbox-row").nth(2);
  await go(page, (await row.getAttribute("href")) ?? "#/");
  await page.locator(".thread .bubble").first().waitFor();
  await take(page, look, "conversation");
  await aboveTheConversation(page, (view) => take(page, look, view));
}

/** Whatever the console's own menu lists, so that a new page is in the pictures too. */
async function settings(page: Page, look: Look, password: string): Promise<void> {
  await go(page, "#/settings");
  await take(page, look, "settings");
  const pages = await page
    .locator("a[href^='#/settings/']")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  for (const address of new Set(pages)) {
    // oxlint-disable-next-line no-await-in-loop -- one window
    await go(page, address);
    // oxlint-disable-next-line no-await-in-loop
    await take(page, look, address.replace("#/", "").replace("/", "-"));
  }
  await go(page, "#/settings/account");
  await secondFactor(page, password, (view) => take(page, look, view));
}

async function signIn(page: Page, { baseUrl, email, password }: SeededServer): Promise<void> {
  await page.goto(`${baseUrl}/console/`);
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(password);
  await page.locator("button[type=submit]").click();
  await page.locator("a.inbox-row").first().waitFor();
}

async function walk(browser: Browser, server: SeededServer, look: Look): Promise<void> {
  const options: BrowserContextOptions = {
    viewport: sizes[look.size],
    colorScheme: look.scheme,
    locale: look.locale,
    hasTouch: look.size === "phone",
  };
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(`${server.baseUrl}/console/`);
    await page.locator("input[name=email]").waitFor();
    await take(page, look, "sign-in");
    await signIn(page, server);
    await inbox(page, look);
    await go(page, "#/reports");
    await take(page, look, "reports");
    await page.locator(".said").scrollIntoViewIfNeeded();
    await take(page, look, "reports-satisfaction");
    await settings(page, look, server.password);
  } finally {
    await context.close();
  }
}

async function walkAll(server: SeededServer): Promise<void> {
  const browser = await launchChromium();
  try {
    for (const look of looks()) {
      // oxlint-disable-next-line no-await-in-loop -- one browser after the other
      await walk(browser, server, look);
    }
  } finally {
    await browser.close();
  }
}

if (folder === undefined) {
  throw new Error("Name the folder for the pictures: npm run pictures -w @chask/e2e -- FOLDER");
}
const output = resolve(process.env["INIT_CWD"] ?? root, folder);
await mkdir(output, { recursive: true });
await withSeededServer("Northwind Outfitters", 400, walkAll);
