import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";

import { seriousFindings } from "../../../../scripts/axe.ts";
import { signInToConsole } from "../harness/console.ts";
import { type Fixture, useFixture } from "../harness/fixture.ts";
import { createOrganization } from "../harness/server.ts";
import { drawer, inbox, lost, offline, thread } from "../views/desk.ts";
import { doors } from "../views/doors.ts";
import { faintEdges } from "../views/edges.ts";
import { type Furnished, furnish } from "../views/furnish.ts";
import { beginnings, reports, settings } from "../views/settings.ts";
import { looks, type View, walk } from "../views/view.ts";

const fixture = useFixture();

/** What a person who needs assistive technology would stumble over in these views, in three languages, light and dark. */
async function findings(desk: Page, views: readonly View[]): Promise<readonly string[]> {
  const found: string[] = [];
  await walk(
    desk,
    views,
    () => looks,
    async ({ name, within }, { locale, scheme }) => {
      const here = [...(await seriousFindings(desk, within)), ...(await faintEdges(desk, within))];
      found.push(...here.map((one) => `${locale} ${scheme} ${name}: ${one}`));
    },
  );
  return found;
}

async function shop(): Promise<{
  readonly furnished: Furnished;
  readonly password: string;
  readonly desk: Page;
  readonly own: Fixture;
}> {
  const { baseUrl, host } = fixture();
  const organization = await createOrganization(inject("data"), host.origin);
  const furnished = await furnish(baseUrl, organization, host.origin);
  const { password } = organization;
  return { furnished, password, own: fixture(), desk: await signInToConsole(fixture(), organization) };
}

test("axe and the contrast of edges find nothing serious before the console, in three languages, light and dark", async () => {
  const { furnished, own } = await shop();
  const page = await (await own.browser.newContext({ locale: "en-US" })).newPage();
  await page.goto(`${own.baseUrl}/console/`);
  expect(await findings(page, doors(furnished))).toEqual([]);
}, 300_000);

test("axe and the contrast of edges find nothing serious in the list and in a conversation, in three languages, light and dark", async () => {
  const { furnished, desk } = await shop();
  expect(await findings(desk, [...inbox, ...thread(furnished.conversation), offline, lost])).toEqual([]);
  await desk.setViewportSize({ width: 390, height: 844 });
  const [conversation] = thread(furnished.conversation);
  expect(await findings(desk, [...(conversation === undefined ? [] : [conversation]), drawer])).toEqual([]);
}, 300_000);

test("axe and the contrast of edges find nothing serious in the settings and the reports, in three languages, light and dark", async () => {
  const { desk, password } = await shop();
  const pages = await settings(desk, password);
  expect(pages.length).toBeGreaterThan(20);
  expect(await findings(desk, [...reports, ...pages])).toEqual([]);
}, 300_000);

test("axe and the contrast of edges find nothing serious where there is nothing yet, in three languages, light and dark", async () => {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const desk = await signInToConsole(fixture(), organization);
  expect(await findings(desk, beginnings)).toEqual([]);
}, 120_000);
