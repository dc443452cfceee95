import { readFileSync } from "node:fs";
import path from "node:path";

import type { Page } from "playwright-core";

const source = readFileSync(path.join(import.meta.dirname, "../node_modules/axe-core/axe.min.js"), "utf8");

/** Rules of WCAG 2.2 A and AA that axe leaves out unless they are asked for. */
const more = ["target-size", "label-content-name-mismatch", "css-orientation-lock"];
const options = {
  // Only what is wrong is written down: to describe all that is right costs more than the search.
  resultTypes: ["violations"],
  rules: Object.fromEntries(more.map((rule) => [rule, { enabled: true }])),
};

/** A rule that what is shown now breaks, and where. */
export interface Finding {
  readonly id: string;
  readonly impact: string | null;
  readonly html: readonly string[];
}

/**
 * What a person who needs assistive technology would stumble over, in the whole page or in the element that `within`
 * selects. It is evaluated by the developer protocol, so the page's policy stays in force.
 */
export async function axeFindings(page: Page, within?: string): Promise<readonly Finding[]> {
  if (await page.evaluate("!('axe' in globalThis)")) {
    await page.evaluate(source);
  }
  return page.evaluate(
    `axe.run(${within === undefined ? "document" : JSON.stringify(within)}, ${JSON.stringify(options)})
      .then(({ violations }) => violations.map(({ id, impact, nodes }) =>
        ({ id, impact: impact ?? null, html: nodes.map(({ html }) => html) })))`,
  );
}

/** The same as lines, without what axe calls minor or moderate. */
export async function seriousFindings(page: Page, within?: string): Promise<readonly string[]> {
  return (await axeFindings(page, within))
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, html }) => html.map((place) => `${id}: ${place}`));
}
