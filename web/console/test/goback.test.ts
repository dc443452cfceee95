import type { Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { hold, useStage } from "./console.ts";
import { dialogGone, english, openSettings } from "./settingsPage.ts";
import { agent, colleague } from "./standin/world.ts";

const stage = useStage();

/// Notices stay longer than the six seconds in which the test may not come to them.
beforeEach(async () => {
  await stage().page.addInitScript(`const after = window.setTimeout;
    window.setTimeout = (run, ms, ...rest) => after(run, ms === 6000 ? 60000 : ms, ...rest);`);
});

const support = { id: "018f3c5e-4444-7aaa-8bbb-000000000001", name: "Support", members: [] };
const billing = { id: "018f3c5e-4444-7aaa-8bbb-000000000002", name: "Billing", members: [] };

/// What is to be made there waits for its answer.
async function held(page: Page, what: string): Promise<() => void> {
  const { until, release } = hold();
  await page.route(what, async (route) => {
    await (route.request().method() === "POST" ? until : undefined);
    await route.continue();
  });
  return release;
}

/// Asks for a new team named Billing; the answer waits.
async function makeTeam(page: Page): Promise<() => void> {
  const release = await held(page, "**/v1/teams");
  await openSettings(stage(), "routing");
  await page.getByRole("button", { name: "New team" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Billing");
  await page.getByRole("button", { name: "Create team" }).click();
  await page.getByText("Saving…").waitFor();
  return release;
}

describe("the offer to go back", () => {
  test("leads from another team's dialog to what was written, and neither gets into the other", async () => {
    const { page, server } = stage();
    server.world.teams = [support, billing];
    await openSettings(stage(), "routing");
    await page.getByRole("button", { name: "Edit team Support" }).click();
    await page.getByRole("checkbox", { name: colleague.name }).check();
    await page.keyboard.press("Escape");
    await dialogGone(page);
    await page.getByRole("button", { name: "Edit team Billing" }).click();
    await page.getByRole("checkbox", { name: agent.name }).check();
    await page.getByRole("button", { name: "Go back" }).click();
    await page.getByRole("dialog", { name: "Team Support" }).waitFor();
    expect(await page.getByRole("checkbox", { name: colleague.name }).isChecked()).toBe(true);
    expect(await page.getByRole("checkbox", { name: agent.name }).isChecked()).toBe(false);
    await page.getByRole("button", { name: "Save team" }).click();
    await dialogGone(page);
    expect(server.world.teams).toEqual([billing, { ...support, members: [colleague.id] }]);
    await page.getByRole("button", { name: "Edit team Billing" }).click();
    expect(await page.getByRole("checkbox", { name: agent.name }).isChecked()).toBe(true);
    expect(await page.getByRole("checkbox", { name: colleague.name }).isChecked()).toBe(false);
  });

  test("leads from another reply's dialog to what was written", async () => {
    const { page, server } = stage();
    server.world.replies = [
      { id: support.id, name: "Hours", texts: { en: "From 9 to 5." } },
      { id: billing.id, name: "Hello", texts: { en: "Good morning" } },
    ];
    await openSettings(stage(), "replies");
    await page.getByRole("button", { name: "Edit Hours" }).click();
    await english(page).fill("From 9 to 6.");
    await page.keyboard.press("Escape");
    await dialogGone(page);
    await page.getByRole("button", { name: "Edit Hello" }).click();
    await english(page).waitFor();
    await page.getByRole("button", { name: "Go back" }).click();
    await expect.poll(() => english(page).inputValue()).toBe("From 9 to 6.");
    await page.getByRole("button", { name: "Save" }).click();
    await dialogGone(page);
    expect(server.world.replies.map(({ texts }) => texts["en"])).toEqual(["Good morning", "From 9 to 6."]);
  });

  test.for(["replies", "routing"] as const)(
    "opens the dialog also when the page of %s was left and is back already",
    async (where) => {
      const { page, goto } = stage();
      await openSettings(stage(), where);
      const add = page.getByRole("button", { name: where === "replies" ? "New reply" : "New team" });
      await add.click();
      await page.getByRole("textbox", { name: "Name" }).fill("Hello");
      await page.keyboard.press("Escape");
      await dialogGone(page);
      await page.getByRole("button", { name: "Go back" }).hover();
      await goto("#/settings/account");
      await page.getByRole("heading", { name: "Profile" }).waitFor();
      await goto(`#/settings/${where}`);
      await add.waitFor();
      await page.getByRole("button", { name: "Go back" }).click();
      await expect.poll(() => page.getByRole("textbox", { name: "Name" }).inputValue()).toBe("Hello");
    },
  );
});

describe("what is written while something new is being made", () => {
  test("is saved into the team that was made, not into a second one", async () => {
    const { page, server } = stage();
    const release = await makeTeam(page);
    await page.getByRole("checkbox", { name: colleague.name }).check();
    release();
    await page.getByText("Saved.").waitFor();
    const [made] = server.world.teams;
    await page.getByRole("dialog", { name: "Team Billing" }).waitFor();
    await page.getByRole("textbox", { name: "Name" }).fill("Bills");
    await page.getByRole("button", { name: "Save team" }).click();
    await dialogGone(page);
    expect(server.world.teams).toEqual([{ id: made?.id, name: "Bills", members: [colleague.id] }]);
  });

  test("is kept for the team that was made, and the next new one begins empty", async () => {
    const { page, server } = stage();
    const release = await makeTeam(page);
    await page.getByRole("checkbox", { name: colleague.name }).check();
    release();
    await page.getByRole("dialog", { name: "Team Billing" }).waitFor();
    await page.getByText("Saved.").waitFor();
    await page.keyboard.press("Escape");
    await dialogGone(page);
    await page.getByRole("button", { name: "New team" }).click();
    expect(await page.getByRole("textbox", { name: "Name" }).inputValue()).toBe("");
    await page.getByRole("button", { name: "Go back" }).click();
    await page.getByRole("dialog", { name: "Team Billing" }).waitFor();
    expect(await page.getByRole("checkbox", { name: colleague.name }).isChecked()).toBe(true);
    await page.getByRole("button", { name: "Save team" }).click();
    await dialogGone(page);
    expect(server.world.teams).toMatchObject([{ name: "Billing", members: [colleague.id] }]);
  });

  test("is nothing where the dialog was closed at once: the next new one begins empty", async () => {
    const { page, server } = stage();
    const release = await makeTeam(page);
    await page.keyboard.press("Escape");
    await dialogGone(page);
    release();
    await page.getByText("Saved.").waitFor();
    await page.getByRole("button", { name: "New team" }).click();
    expect(await page.getByRole("textbox", { name: "Name" }).inputValue()).toBe("");
    expect(server.world.teams).toMatchObject([{ name: "Billing" }]);
  });

  test("is kept for the canned reply that was made, and the next new one begins empty", async () => {
    const { page } = stage();
    const release = await held(page, "**/v1/replies");
    await openSettings(stage(), "replies");
    await page.getByRole("button", { name: "New reply" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("Hello");
    await english(page).fill("Good");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saving…").waitFor();
    await english(page).fill("Good morning");
    release();
    await page.getByText("Saved.").waitFor();
    await page.keyboard.press("Escape");
    await dialogGone(page);
    await page.getByRole("button", { name: "New reply" }).click();
    expect(await english(page).inputValue()).toBe("");
    await page.keyboard.press("Escape");
    await dialogGone(page);
    await page.getByRole("button", { name: "Edit Hello" }).click();
    expect(await english(page).inputValue()).toBe("Good morning");
  });
});
