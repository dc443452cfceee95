/**
 * Takes pictures of every view of the console for people to look at: on a desktop, a tablet and a phone, light and dark,
 * in three languages. Run it after `./chask build`: `npm run pictures -w @chask/e2e -- FOLDER`. What is named after the
 * folder narrows it down, as in `phone dark es settings`.
 */
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { askedBefore } from "../harness/console.ts";
import { launchChromium } from "../../../../scripts/chromium.ts";
import type { Organization } from "../harness/server.ts";
import { drawer, inbox, lost, offline, thread } from "../views/desk.ts";
import { doors } from "../views/doors.ts";
import { furnish, type Furnished } from "../views/furnish.ts";
import { beginnings, reports, settings } from "../views/settings.ts";
import { looks, type Look, type View, walk } from "../views/view.ts";
import { root, type SeededServer, withSeededServer } from "./server.ts";

const sizes = {
  desktop: { width: 1440, height: 900 },
  tablet: { width: 820, height: 1180 },
  phone: { width: 390, height: 844 },
} as const;
type Size = keyof typeof sizes;
const schemes = ["light", "dark"];
const locales = ["en", "es", "pt-BR"];

const [folder, ...wanted] = process.argv.slice(2);

/** Whether it is wanted: named, or none of its kind is. */
function among(kind: readonly string[], one: string): boolean {
  return wanted.includes(one) || !kind.some((name) => wanted.includes(name));
}

function wornIn({ name }: View): readonly Look[] {
  const kinds: readonly string[] = [...Object.keys(sizes), ...schemes, ...locales];
  const views = wanted.filter((word) => !kinds.includes(word));
  return views.length === 0 || views.some((word) => name.startsWith(word))
    ? looks.filter(({ scheme, locale }) => among(schemes, scheme) && among(locales, locale))
    : [];
}

async function take(page: Page, size: Size, views: readonly View[]): Promise<void> {
  await walk(page, views, wornIn, async ({ name }, { scheme, locale }) => {
    const file = `${name}-${size}-${scheme}-${locale}.png`;
    await page.screenshot({ path: join(output, file), animations: "disabled", caret: "hide" });
    console.log(file);
  });
}

async function signIn(
  context: BrowserContext,
  baseUrl: string,
  { email, password }: Organization,
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${baseUrl}/console/`);
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(password);
  await page.locator("button[type=submit]").click();
  await page.locator(".inbox-list").waitFor();
  return page;
}

interface Shops {
  readonly server: SeededServer;
  readonly furnished: Furnished;
  /** With nothing in it. */
  readonly fresh: Organization;
}

async function shoot(browser: Browser, size: Size, { server, furnished, fresh }: Shops): Promise<void> {
  const { baseUrl, organization } = server;
  const context = async (): Promise<BrowserContext> => {
    const made = await browser.newContext({
      viewport: sizes[size],
      locale: "en",
      hasTouch: size === "phone",
    });
    await askedBefore(made);
    return made;
  };
  const outside = await (await context()).newPage();
  await outside.goto(`${baseUrl}/console/`);
  await take(outside, size, doors(furnished));
  await take(await signIn(await context(), baseUrl, fresh), size, beginnings);
  const desk = await signIn(await context(), baseUrl, organization);
  await take(desk, size, [...inbox, ...thread(furnished.conversation)]);
  await take(desk, size, [...(size === "desktop" ? [] : [drawer]), offline, lost, ...reports]);
  await take(desk, size, await settings(desk, organization.password));
  await Promise.all(browser.contexts().map((each) => each.close()));
}

async function shootAll(server: SeededServer): Promise<void> {
  const furnished = await furnish(server.baseUrl, server.organization, server.baseUrl);
  const fresh = await server.create("Panadería Sol");
  const browser = await launchChromium();
  try {
    for (const size of ["desktop", "tablet", "phone"] as const) {
      if (among(Object.keys(sizes), size)) {
        // oxlint-disable-next-line no-await-in-loop -- one size after the other
        await shoot(browser, size, { server, furnished, fresh });
      }
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
await withSeededServer("Northwind Outfitters", 400, shootAll);
