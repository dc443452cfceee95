import type { Page } from "playwright-core";
import { inject } from "vitest";

import { signInToConsole } from "./console.ts";
import { visit, type Fixture } from "./fixture.ts";
import { command, createOrganization, type Organization } from "./server.ts";

export const second = { name: "Grace Hopper", password: "another good password" };

/** The organization's second agent, as `agent add` makes one. */
export async function addColleague(organization: Organization): Promise<Organization> {
  const { organizationId } = organization;
  const email = `grace-${organizationId}@example.com`;
  const who = ["--organization", organizationId, "--email", email, "--name", second.name];
  await command(inject("data"), "agent", "add", ...who, "--password", second.password);
  return { ...organization, email, password: second.password };
}

/** Two agents' desks with a visitor's conversation open on both. */
export async function twoDesks(
  fixture: Fixture,
  words: string,
): Promise<{
  readonly organization: Organization;
  readonly visitor: Awaited<ReturnType<typeof visit>>;
  readonly desks: readonly [Page, Page];
}> {
  const organization = await createOrganization(inject("data"), fixture.host.origin);
  const colleague = await addColleague(organization);
  const visitor = await visit(fixture, { organization });
  await visitor.open();
  await visitor.send(words);
  const [ada, grace] = await Promise.all([
    signInToConsole(fixture, organization),
    signInToConsole(fixture, colleague),
  ]);
  await Promise.all(
    [ada, grace].map(async (desk) => {
      await desk.locator("a.inbox-row", { hasText: words }).click();
      await desk.locator(".bubble", { hasText: words }).waitFor();
    }),
  );
  return { organization, visitor, desks: [ada, grace] };
}
