import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";

import type { Page } from "playwright-core";

import type { Fixture } from "../harness/fixture.ts";
import { WidgetPage } from "../harness/page.ts";
import { root } from "../harness/server.ts";

/** Where the examples of the documentation are. */
export const folder: string = join(root, "docs/src/examples");

/** What the examples expect of the page they stand in. */
const furniture = `
<button id="ask-about-size">Ask</button> <a id="help">Help</a> <button id="sign-out" type="button">Sign out</button>
<input id="receipt" type="file"> <progress value="0"></progress>
<select id="language"><option value="en">English</option><option value="pt">Português</option></select>
<div id="app"></div>
<script>
  const told = [];
  window.gtag = (...words) => told.push(words);
  window.mixpanel = { track: (...words) => told.push(words) };
</script>`;

/** A page with an example, and the faults that it has shown. */
export interface Opened {
  readonly widget: WidgetPage;
  readonly page: Page;
  readonly faults: readonly string[];
  readonly logged: readonly string[];
}

/** The examples as a reader would use them: with his own server, key and organization. */
export class Examples {
  readonly #fixture: () => Fixture;

  constructor(fixture: () => Fixture) {
    this.#fixture = fixture;
  }

  mine(source: string): string {
    const { baseUrl, organization } = this.#fixture();
    return source
      .replaceAll("https://chat.example.com", baseUrl)
      .replaceAll("wss://chat.example.com", baseUrl.replace("http", "ws"))
      .replaceAll("ck_your_key", organization.apiKey)
      .replaceAll("your-organization-id", organization.organizationId);
  }

  read(file: string): string {
    return this.mine(readFileSync(join(folder, file), "utf8"));
  }

  /** As a module of a page that has the script tag; a bundler would resolve the import instead. */
  asScript(file: string): string {
    const code = stripTypeScriptTypes(this.read(file)).replace(/^import .* from "@chask\/widget";$/gmu, "");
    return `<script type="module">${code}</script>`;
  }

  tag(): string {
    return this.mine('<script src="https://chat.example.com/widget.js"></script>');
  }

  async open(body: string, headers: Readonly<Record<string, string>> = {}): Promise<Opened> {
    const { browser, host } = this.#fixture();
    const page = await (await browser.newContext({ locale: "en-US" })).newPage();
    const faults: string[] = [];
    const logged: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => logged.push(message.text()));
    const html = `<!doctype html><html lang="en"><title>Shop</title><body>${furniture}${body}</body></html>`;
    await page.goto(host.serve({ html, headers }));
    return { widget: new WidgetPage(page), page, faults, logged };
  }

  /** A page that has started the chat, and then the example. */
  async openWith(file: string): Promise<Opened> {
    return this.open(`${this.read("start.html")}${this.asScript(file)}`);
  }

  /** A page with the script tag, in which the example itself starts the chat. */
  async openOnly(file: string): Promise<Opened> {
    return this.open(this.tag() + this.asScript(file));
  }
}
