/** A browser with its processor slowed down, signed in to the console: where the measurements begin. */
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../../../../scripts/chromium.ts";
import type { SeededServer } from "./server.ts";

export const slowdown = 4;

/** Milliseconds from the press of the button to the first row that is there to be clicked. */
async function signIn(page: Page, { baseUrl, organization }: SeededServer): Promise<number> {
  const { email, password } = organization;
  await page.goto(`${baseUrl}/console/`);
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(password);
  return page.evaluate(async () => {
    const begun = performance.now();
    document.querySelector<HTMLButtonElement>("button[type=submit]")?.click();
    await new Promise<void>((resolve) => {
      const look = (): void =>
        document.querySelector("a.inbox-row") === null ? void requestAnimationFrame(look) : resolve();
      look();
    });
    return performance.now() - begun;
  });
}

/** Signs in to a new browser, slowed down, waits until nothing is being loaded, and goes on with the list. */
export async function withList<T>(
  server: SeededServer,
  use: (page: Page, start: number, browser: Browser) => Promise<T>,
): Promise<T> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    const start = await signIn(page, server);
    // What follows the first view is loaded now, the thread's part among the first.
    await page.waitForFunction(() =>
      performance.getEntriesByType("resource").some(({ name }) => name.includes("/ConversationView-")),
    );
    await page.waitForLoadState("networkidle");
    return await use(page, start, browser);
  } finally {
    await browser.close();
  }
}

/** The one at this share of the way from the smallest to the largest. */
export function quantile(figures: readonly number[], share: number): number {
  return figures.toSorted((one, other) => one - other)[Math.floor(figures.length * share)] ?? 0;
}

/** The one in the middle. */
export function median(figures: readonly number[]): number {
  return quantile(figures, 0.5);
}
