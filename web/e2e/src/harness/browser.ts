import { type Browser, chromium } from "playwright-core";

import { hear } from "./complaints.ts";

/** Debian's Chromium, or another named by CHROMIUM; nothing is downloaded. What its pages complain of fails the test. */
export async function launchBrowser(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const plain = browser.newContext.bind(browser);
  // The one way to a page: `newPage` of a browser makes its context by it too.
  browser.newContext = async (options) => {
    const context = await plain(options);
    await hear(context);
    return context;
  };
  return browser;
}
