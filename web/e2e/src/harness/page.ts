import type { Locator, Page } from "playwright-core";
import { vi } from "vitest";

import { record, text } from "./json.ts";
import type { Organization } from "./server.ts";

export const callbacks: readonly string[] = [
  "onReady",
  "onOpen",
  "onClose",
  "onMessageSent",
  "onMessageReceived",
  "onError",
  "onUserUpdated",
  "onAnalyticsEvent",
];

/** One call of a callback: the argument went through JSON; `isDate` says what its `timestamp` was before. */
export interface Call {
  readonly name: string;
  readonly argument: unknown;
  readonly isDate: boolean;
}

/** The page's script: every callback is written to `log`. */
export const recorder: string = `
const log = [];
const record = (name) => (argument) => {
  log.push({
    name,
    argument: argument === undefined ? null : JSON.parse(JSON.stringify(argument)),
    isDate: argument?.timestamp instanceof Date,
  });
};
const recordAll = {${callbacks.map((name) => `${name}: record("${name}")`).join(", ")}};
`;

/** A page with one script tag and the start call; `config` is JavaScript that may add or replace members. */
export function hostPage(
  baseUrl: string,
  organization: Pick<Organization, "apiKey" | "organizationId">,
  options: {
    readonly config?: string;
    readonly before?: string;
    readonly after?: string;
  } = {},
): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Host page</title></head>
<body>
<main><h1>Host page</h1><p>Words of the page.</p></main>
<script>${recorder}</script>
${options.before ?? ""}
<script src="${baseUrl}/widget.js"></script>
<script>
ChaskWidget.init({
  apiKey: ${JSON.stringify(organization.apiKey)},
  organizationId: ${JSON.stringify(organization.organizationId)},
  callbacks: recordAll,
  ${options.config ?? ""}
});
</script>
${options.after ?? ""}
</body>
</html>`;
}

/** The widget in a page, as its visitor sees it and as the page's callbacks hear it. */
export class WidgetPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get launcher(): Locator {
    return this.page.getByRole("button", { name: /^(Open chat|Abrir chat)/u });
  }

  get dialog(): Locator {
    return this.page.locator("chask-widget").getByRole("dialog");
  }

  get textBox(): Locator {
    return this.dialog.getByRole("textbox");
  }

  async open(): Promise<void> {
    await this.launcher.click();
    await this.textBox.waitFor();
  }

  async send(content: string): Promise<void> {
    await this.textBox.fill(content);
    await this.dialog.getByRole("button", { name: /^(Send|Enviar)$/u }).click();
  }

  async calls(name?: string): Promise<readonly Call[]> {
    const found: unknown = await this.page.evaluate("log");
    if (!Array.isArray(found)) {
      throw new Error("the page has no log");
    }
    return found.map(call).filter((one) => name === undefined || one.name === name);
  }

  async analytics(): Promise<readonly unknown[]> {
    return (await this.calls("onAnalyticsEvent")).map((one) => one.argument);
  }

  /** Waits until the callback has been called `count` times, and gives the last argument. */
  async called(name: string, count = 1): Promise<unknown> {
    await this.#until(async () => (await this.calls(name)).length >= count, `${name}, ${count} times`);
    return (await this.calls(name)).at(-1)?.argument;
  }

  /** Waits for an analytics event of the type, and gives it. */
  async tracked(type: string): Promise<unknown> {
    const found = async (): Promise<unknown> =>
      (await this.analytics()).find((event) => text(event, "type") === type);
    await this.#until(async () => (await found()) !== undefined, type);
    return found();
  }

  /** Asked from here: what waits inside the page is code made of text, and a strict page refuses that. */
  async #until(met: () => Promise<boolean>, what: string): Promise<void> {
    await vi.waitFor(
      async () => {
        if (!(await met())) {
          throw new Error(`still waiting for ${what}`);
        }
      },
      { timeout: 30_000, interval: 50 },
    );
  }

  /** Runs JavaScript of a page developer in the page. */
  async run(script: string): Promise<unknown> {
    return this.page.evaluate(script);
  }
}

function call(value: unknown): Call {
  const found = record(value);
  return { name: text(found, "name"), argument: found["argument"], isDate: found["isDate"] === true };
}
