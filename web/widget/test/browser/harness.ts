import { once } from "node:events";
import { createServer } from "node:http";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { launchChromium } from "../../../../scripts/chromium.ts";
import { ModelServer } from "../model/server.ts";
import { hostPage } from "../model/page.ts";

/** What a test does with a page. */
export interface Visit {
  readonly page: Page;
  /** Errors nobody caught. */
  readonly faults: readonly Error[];
}

export interface VisitOptions extends BrowserContextOptions {
  /** Members of the config, as JavaScript. */
  readonly config?: string;
  /** Markup for the head. */
  readonly head?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly html?: string;
}

/** A model server, a host page of another origin and a browser, for the tests of one file. */
export class World {
  model: ModelServer = new ModelServer();
  readonly #host = createServer((_, response) => {
    response.writeHead(200, { "Content-Type": "text/html", ...this.#headers });
    response.end(this.#html);
  });
  #html = "";
  #headers: Readonly<Record<string, string>> = {};
  #browser: Browser | undefined;

  async start(): Promise<void> {
    this.#host.listen(0, "127.0.0.1");
    await once(this.#host, "listening");
    this.#browser = await launchChromium();
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
    this.#host.closeAllConnections();
    this.#host.close();
  }

  get origin(): string {
    const address = this.#host.address();
    return `http://localhost:${typeof address === "object" && address ? address.port : 0}`;
  }

  async visit({ config = "", head = "", headers = {}, html, ...context }: VisitOptions = {}): Promise<Visit> {
    this.#html = html ?? hostPage(this.model.baseUrl, config, head);
    this.#headers = headers;
    const opened = await this.#browser?.newContext({ locale: "en-US", ...context });
    if (!opened) {
      throw new Error("no browser");
    }
    const page = await opened.newPage();
    const faults: Error[] = [];
    page.on("pageerror", (fault) => faults.push(fault));
    await page.goto(this.origin);
    return { page, faults };
  }

  async closePages(): Promise<void> {
    await Promise.all((this.#browser?.contexts() ?? []).map((context) => context.close()));
  }
}

/** A fresh model server for each test, one browser for the file. */
export function useWorld(): World {
  const world = new World();
  beforeAll(() => world.start());
  beforeEach(async () => {
    world.model = new ModelServer();
    await world.model.start();
  });
  afterEach(async () => {
    await world.closePages();
    await world.model.stop();
  });
  afterAll(() => world.stop());
  return world;
}

/** Calls of one callback, in order. */
export async function calls(page: Page, name: string): Promise<readonly unknown[]> {
  return page.evaluate(`log.filter(([one]) => one === ${JSON.stringify(name)}).map(([, data]) => data)`);
}

export async function called(page: Page, name: string, count = 1): Promise<void> {
  await page.waitForFunction(`log.filter(([one]) => one === ${JSON.stringify(name)}).length >= ${count}`);
}

export const dialog = (page: Page): Locator => page.locator("chask-widget").getByRole("dialog");

export const box = (page: Page): Locator => dialog(page).getByRole("textbox");

/** Opens the chat by its launcher and waits until it can be typed into and has risen to its place. */
export async function open(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^(Open|Abrir) chat/u }).click();
  await box(page).waitFor();
  await dialog(page).evaluate((window) =>
    Promise.all(window.getAnimations().map(({ finished }) => finished)),
  );
}

export async function send(page: Page, content: string): Promise<void> {
  await box(page).fill(content);
  await box(page).press("Enter");
}

/** Runs a page developer's JavaScript. */
export async function run(page: Page, script: string): Promise<unknown> {
  return page.evaluate(script);
}
