import type { Browser } from "playwright-core";

import { launchChromium } from "../../../../scripts/chromium.ts";
import { hear } from "./complaints.ts";

/** A browser for a test. What its pages complain of fails the test. */
export async function launchBrowser(): Promise<Browser> {
  const browser = await launchChromium();
  const plain = browser.newContext.bind(browser);
  // The one way to a page: `newPage` of a browser makes its context by it too.
  browser.newContext = async (options) => {
    const context = await plain(options);
    await hear(context);
    return context;
  };
  return browser;
}
