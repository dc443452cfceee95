import type { BrowserContext } from "playwright-core";
import { afterEach, beforeEach } from "vitest";

/**
 * What the pages of the present test have complained of: every violation of a content security policy, by event and in
 * the console, every error in the console, and every error that nobody caught.
 */
let heard: string[] = [];
let awaited: RegExp[] = [];

/** Set by the listener that every document of every page gets, before its own scripts. */
const listener = `addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample, disposition }) =>
  console.error("[policy] " + [disposition, effectiveDirective, blockedURI, sample].join(" ")), true)`;

/** An answer that is no success, or a server that is gone, is a line in the console, and the subject of many tests. */
const network = /^Failed to load resource: |^WebSocket connection to |net::ERR_/u;

/** Listens to every page and worker of a context. */
export async function hear(context: BrowserContext): Promise<void> {
  context.on("console", (message) => {
    if (message.type() === "error" && !network.test(message.text())) {
      heard.push(message.text());
    }
  });
  context.on("weberror", (thrown) => heard.push(String(thrown.error())));
  await context.addInitScript(listener);
}

/** Says that the present test makes a page complain in these words. */
export function expectComplaint(words: RegExp): void {
  awaited.push(words);
}

/** What has been heard so far, for a test that asks in its midst. */
export function complaints(): readonly string[] {
  return [...heard];
}

beforeEach(() => {
  heard = [];
  awaited = [];
});

// Every file runs this file first: a page that complains fails the test that opened it.
afterEach(() => {
  const unexpected = heard.filter((one) => !awaited.some((words) => words.test(one)));
  if (unexpected.length > 0) {
    throw new Error(`pages of this test complained:\n${unexpected.join("\n")}`);
  }
});
