import type { Page } from "playwright-core";
import { expect, test } from "vitest";

import { signIn } from "../harness/agent.ts";
import { twoDesks } from "../harness/desks.ts";
import { setUpFactor } from "../harness/factor.ts";
import { useFixture } from "../harness/fixture.ts";
import type { Organization } from "../harness/server.ts";

const fixture = useFixture();

async function requireFactor(owner: Organization): Promise<void> {
  const { token } = await signIn(fixture().baseUrl, owner);
  const answer = await fetch(`${fixture().baseUrl}/v1/team`, {
    method: "PATCH",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify({ requireSecondFactor: true }),
  });
  expect(answer.status).toBe(204);
}

async function reply(desk: Page, words: string): Promise<void> {
  await desk.getByRole("textbox", { name: /^Reply to/u }).fill(words);
  await desk.keyboard.press("Enter");
}

test("who has no second factor when everybody must have one is led to set it up, at his open desk and at a sign-in", async () => {
  const { visitor, organization, desks } = await twoDesks(fixture(), "Is it safe?");
  const [ada, grace] = desks;
  await requireFactor(organization);

  await grace.getByText("Your organization asks for a second factor").waitFor();
  await setUpFactor(grace);
  await reply(grace, "It is now");
  await visitor.dialog.getByText("It is now", { exact: true }).waitFor();

  await ada.context().clearCookies();
  await ada.reload();
  await ada.getByLabel("Email").fill(organization.email);
  await ada.getByLabel("Password", { exact: true }).fill(organization.password);
  await ada.getByRole("button", { name: "Sign in" }).click();
  await ada.getByText("Your organization asks for a second factor").waitFor();
  await setUpFactor(ada);
  await reply(ada, "Here too");
  await visitor.dialog.getByText("Here too", { exact: true }).waitFor();
  await visitor.called("onMessageReceived", 2);
  expect(await visitor.calls("onMessageReceived")).toHaveLength(2);
});
