import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, afterEach, beforeAll, inject } from "vitest";

import { launchBrowser } from "./browser.ts";
import { type Host, startHost } from "./host.ts";
import { hostPage, WidgetPage } from "./page.ts";
import { createOrganization, type Organization } from "./server.ts";

export interface Fixture {
  readonly baseUrl: string;
  readonly browser: Browser;
  readonly host: Host;
  readonly organization: Organization;
}

/** Sets up for a file of tests: the shared server, a browser, a website, and an organization that allows it. */
export function useFixture(): () => Fixture {
  let fixture: Fixture | undefined;
  beforeAll(async () => {
    const host = await startHost();
    const [browser, organization] = await Promise.all([
      launchBrowser(),
      createOrganization(inject("data"), host.origin),
    ]);
    fixture = { baseUrl: inject("baseUrl"), browser, host, organization };
  });
  afterEach(async () => {
    await Promise.all((fixture?.browser.contexts() ?? []).map((context) => context.close()));
  });
  afterAll(async () => {
    await fixture?.browser.close();
    await fixture?.host.close();
  });
  return () => {
    if (fixture === undefined) {
      throw new Error("the fixture is used before its set-up");
    }
    return fixture;
  };
}

type PageOptions = NonNullable<Parameters<typeof hostPage>[2]>;

/** Opens a page with the given start call for a new visitor, or for the visitor of `context`. */
export async function visit(
  fixture: Fixture,
  options: PageOptions & { readonly context?: BrowserContext; readonly organization?: Organization } = {},
): Promise<WidgetPage> {
  const context = options.context ?? (await fixture.browser.newContext({ locale: "en-US" }));
  const page = await context.newPage();
  await page.goto(
    fixture.host.serve({
      html: hostPage(fixture.baseUrl, options.organization ?? fixture.organization, options),
    }),
  );
  return new WidgetPage(page);
}
