import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, inject } from "vitest";
import { launchChromium } from "../../../scripts/chromium.ts";
import { startStandIn, type StandIn } from "./standin/standin.ts";
import { newSession } from "./standin/routes.ts";
import type { StandInConversation } from "./standin/world.ts";

/// The console in a real browser before a stand-in server; both are new for each test.
export interface Stage {
  readonly server: StandIn;
  readonly page: Page;
  /// What went wrong in the page: uncaught errors, refused by the policy, written to its console.
  readonly faults: string[];
  readonly goto: (hash?: string) => Promise<void>;
  /// With the cookie of a session; the form is tested on its own.
  readonly signIn: (hash?: string) => Promise<void>;
  readonly openConversation: (conversation: StandInConversation) => Promise<void>;
}

/// Gives a stage to each test of the file; `faults` must be empty at the end unless the test takes them out.
export function useStage(options: BrowserContextOptions = {}): () => Stage {
  let browser: Browser | undefined;
  let stage: Stage | undefined;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  beforeEach(async () => {
    stage = await newStage(existing(browser), options);
  });
  afterEach(async () => {
    const { page, server, faults } = existing(stage);
    await page.context().close();
    await server.stop();
    if (faults.length > 0) {
      throw new Error(faults.join("\n"));
    }
  });
  afterAll(() => browser?.close());
  return () => existing(stage);
}

/// Replies go at once, unless a test is about taking them back: then it takes the kept choice away.
const sendAtOnce = `try {
  localStorage["chask.console.preferences"] ??= JSON.stringify({ undoSend: false });
} catch {}`;

/// The browser was asked for notifications long ago: what offers them has tests of its own.
const askedBefore = `Object.defineProperty(Notification, "permission", { get: () => "denied", configurable: true });`;

/// Something to wait for, and what ends the wait.
export function hold(): { readonly until: Promise<void>; readonly release: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { until: promise, release: resolve };
}

function existing<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new Error("the stage is not there yet");
  }
  return value;
}

async function newStage(browser: Browser, options: BrowserContextOptions): Promise<Stage> {
  const server = await startStandIn(inject("built"));
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    timezoneId: "UTC",
    ...options,
  });
  await context.addInitScript(sendAtOnce);
  await context.addInitScript(askedBefore);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    // A refused request is an expected part of some tests; the browser logs it on its own.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
      faults.push(message.text());
    }
  });
  const goto = async (hash = ""): Promise<void> => {
    await page.goto(`${server.origin}/console/${hash}`);
  };
  const signIn = async (hash = ""): Promise<void> => {
    const { name, token } = newSession(server.bend);
    await context.addCookies([
      { name, value: token, url: server.origin, httpOnly: true, sameSite: "Strict" },
    ]);
    await goto(hash);
    await page.locator(".organization").waitFor({ state: "attached" });
    // The stream is there, and what waits for keys listens: both come after the first picture.
    await server.stream.frame(({ type }) => type === "hello");
  };
  return {
    server,
    page,
    faults,
    goto,
    signIn,
    openConversation: async ({ id }) => {
      await signIn(`#/conversations/${id}`);
      await page.locator(".message, .empty").first().waitFor();
    },
  };
}
