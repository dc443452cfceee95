import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";

import { signInToConsole } from "../harness/console.ts";
import { useFixture } from "../harness/fixture.ts";
import { createOrganization } from "../harness/server.ts";
import { drawer, inbox, thread } from "../views/desk.ts";
import { furnish } from "../views/furnish.ts";
import { reports, settings } from "../views/settings.ts";
import { plain, type View, walk } from "../views/view.ts";

const fixture = useFixture();

/** What may be pushed sideways: the tabs of the views, and charts and their tables, which have two dimensions. */
const sideways = ".views, .report-scroll";

/** Runs in the page: what to read or to use lies beside it, or is reached by pushing it sideways only. */
function outside({ within, meant }: { readonly within: string; readonly meant: string }): readonly string[] {
  const page = document.documentElement;
  const shown = (element: Element): boolean =>
    element.closest(meant) === null &&
    element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true });
  const scrolls = (element: Element): boolean =>
    element === page || /auto|scroll/u.test(getComputedStyle(element).overflowX);
  const places = `:is(${within}) :is(button, a, input, select, textarea, p, h1, h2, h3, label, td)`;
  return [
    ...[page, ...document.querySelectorAll(`:is(${within}), :is(${within}) *`)]
      .filter((element) => scrolls(element) && element.scrollWidth > element.clientWidth + 1)
      .filter(shown)
      .map(({ className, scrollWidth, clientWidth }) => `${className}: ${scrollWidth} px in ${clientWidth}`),
    ...[...document.querySelectorAll(places)]
      .filter(shown)
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 1 && (right > page.clientWidth + 1 || left < -1);
      })
      .map((element) => element.outerHTML.slice(0, 160)),
  ];
}

/** Runs in the page: the spacing that readers may set for themselves (WCAG 2.2, 1.4.12). */
function space(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** In the language with the longest words. */
async function findings(desk: Page, views: readonly View[]): Promise<readonly string[]> {
  const found: string[] = [];
  await walk(
    desk,
    views,
    () => [{ ...plain, locale: "es" }],
    async ({ name, within = "body" }) => {
      const here = await desk.evaluate(outside, { within, meant: sideways });
      found.push(...here.map((one) => `${name}: ${one}`));
    },
  );
  return found;
}

test("every view of the console fits into 320 px, with the widest spacing of a reader, too", async () => {
  const { baseUrl, host } = fixture();
  const organization = await createOrganization(inject("data"), host.origin);
  const { conversation } = await furnish(baseUrl, organization, host.origin);
  const desk = await signInToConsole(fixture(), organization);
  await desk.setViewportSize({ width: 320, height: 720 });
  await desk.evaluate(space);
  const pages = [...reports, ...(await settings(desk, organization.password))];
  expect(await findings(desk, [...inbox, ...thread(conversation), drawer, ...pages])).toEqual([]);
}, 300_000);
