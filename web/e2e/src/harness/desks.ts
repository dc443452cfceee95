import type { Page } from "playwright-core";
import { inject } from "vitest";

import { sendAtOnce } from "./console.ts";
import { visit, type Fixture } from "./fixture.ts";
import { command, createOrganization, type Organization } from "./server.ts";

export const second = { name: "Grace Hopper", password: "another good password" };

/** The organization's second agent, as `agent add` makes one. */
async function addColleague(organization: Organization): Promise<Organization> {
  const email = `grace-${organization.organizationId}@example.com`;
  await command(
    inject("data"),
    "agent",
    "add",
    "--organization",
    organization.organizationId,
    "--email",
    email,
    "--name",
    second.name,
    "--password",
    second.password,
  );
  return { ...organization, email, password: second.password };
}

/** An agent's console, signed in, in a browser of its own. */
export async function deskOf(
  { browser, baseUrl }: Fixture,
  { email, password }: Organization,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
  });
  await sendAtOnce(context);
  const desk = await context.newPage();
  await desk.goto(`${baseUrl}/console/`);
  await desk.getByLabel("Email").fill(email);
  await desk.getByLabel("Password", { exact: true }).fill(password);
  await desk.getByRole("button", { name: "Sign in" }).click();
  await desk.locator(".inbox-list").waitFor();
  return desk;
}

/** Two agents' desks with a visitor's conversation open on both. */
export async function twoDesks(
  fixture: Fixture,
  words: string,
): Promise<{
  readonly visitor: Awaited<ReturnType<typeof visit>>;
  readonly desks: readonly [Page, Page];
}> {
  const organization = await createOrganization(inject("data"), fixture.host.origin);
  const colleague = await addColleague(organization);
  const visitor = await visit(fixture, { organization });
  await visitor.open();
  await visitor.send(words);
  const [ada, grace] = await Promise.all([deskOf(fixture, organization), deskOf(fixture, colleague)]);
  await Promise.all(
    [ada, grace].map(async (desk) => {
      await desk.locator("a.inbox-row", { hasText: words }).click();
      await desk.locator(".bubble", { hasText: words }).waitFor();
    }),
  );
  return { visitor, desks: [ada, grace] };
}
