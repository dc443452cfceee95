import { describe, expect, test } from "vitest";
import { hold, useStage } from "./console.ts";
import { dialogGone, english, openSettings } from "./settingsPage.ts";
import { agent, colleague } from "./standin/world.ts";

const stage = useStage();

const support = { id: "018f3c5e-4444-7aaa-8bbb-000000000001", name: "Support" };
const hours = { id: "018f3c5e-0000-7aaa-8bbb-000000000001", name: "Hours", texts: { en: "From 9 to 5." } };

describe("what a colleague has saved since the page was opened", () => {
  test("stays of a team: whom he has added, whom he has taken out, and its name", async () => {
    const { page, server } = stage();
    server.world.teams = [{ ...support, members: [agent.id] }];
    await openSettings(stage(), "routing");
    await page.getByRole("button", { name: "Edit team Support" }).waitFor();
    server.world.teams = [{ ...support, name: "Help", members: [agent.id, colleague.id] }];
    await page.getByRole("button", { name: "Edit team Support" }).click();
    await page.getByRole("checkbox", { name: agent.name }).uncheck();
    await page.getByRole("button", { name: "Save team" }).click();
    await dialogGone(page);
    expect(server.world.teams).toEqual([{ ...support, name: "Help", members: [colleague.id] }]);
    server.world.teams = [{ ...support, name: "Help", members: [] }];
    await page.getByRole("button", { name: "Edit team Help" }).click();
    await page.getByRole("checkbox", { name: agent.name }).check();
    await page.getByRole("button", { name: "Save team" }).click();
    await dialogGone(page);
    expect(server.world.teams).toEqual([{ ...support, name: "Help", members: [agent.id] }]);
  });

  test("stays of a canned reply, in another language and in its name", async () => {
    const { page, server } = stage();
    server.world.replies = [hours];
    await openSettings(stage(), "replies");
    await page.getByRole("button", { name: "Edit Hours" }).waitFor();
    server.world.replies = [{ ...hours, name: "Opening hours", texts: { ...hours.texts, es: "De 9 a 5." } }];
    await page.getByRole("button", { name: "Edit Hours" }).click();
    await english(page).fill("From 9 to 6.");
    await page.getByRole("button", { name: "Save" }).click();
    await dialogGone(page);
    const texts = { en: "From 9 to 6.", es: "De 9 a 5." };
    expect(server.world.replies).toEqual([{ ...hours, name: "Opening hours", texts }]);
    await page.getByRole("button", { name: "Edit Opening hours" }).waitFor();
  });
});

describe("what is written into a dialog", () => {
  test("outlives a click beside it, Escape and a look elsewhere, until it is saved", async () => {
    const { page, server, goto } = stage();
    await openSettings(stage(), "replies");
    await page.getByRole("button", { name: "New reply" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("Hello");
    await english(page).fill("Good morning");
    await page.mouse.click(5, 300);
    await page.keyboard.press("Escape");
    await dialogGone(page);
    // The notice stays while the pointer is on it.
    await page.getByText("Your changes are kept, not saved.").hover();
    await page.getByRole("button", { name: "Go back" }).click();
    expect(await english(page).inputValue()).toBe("Good morning");
    await page.getByRole("button", { name: "Close" }).click();
    await page.getByRole("button", { name: "Go back" }).hover();
    await goto("#/settings/account");
    await page.getByRole("heading", { name: "Profile" }).waitFor();
    await page.getByRole("button", { name: "Go back" }).click();
    expect(await english(page).inputValue()).toBe("Good morning");
    await page.getByRole("button", { name: "Save" }).click();
    await dialogGone(page);
    expect(server.world.replies).toMatchObject([{ name: "Hello", texts: { en: "Good morning" } }]);
    await page.getByText("Saved.").waitFor();
    await goto("#/settings/account");
    await page.getByRole("heading", { name: "Profile" }).waitFor();
    await goto("#/settings/replies");
    await page.getByRole("button", { name: "New reply" }).click();
    expect(await english(page).inputValue()).toBe("");
  });

  test("is not closed by a click beside it", async () => {
    const { page } = stage();
    await openSettings(stage(), "routing");
    await page.getByRole("button", { name: "New team" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("Billing");
    await page.mouse.click(5, 300);
    await page.mouse.click(1400, 800);
    expect(await page.getByRole("textbox", { name: "Name" }).inputValue()).toBe("Billing");
  });

  test("is discarded by its own button only, and then no word is lost on it", async () => {
    const { page, server } = stage();
    server.world.teams = [{ ...support, members: [agent.id] }];
    await openSettings(stage(), "routing");
    await page.getByRole("button", { name: "Edit team Support" }).click();
    await page.getByRole("checkbox", { name: colleague.name }).check();
    await page.keyboard.press("Escape");
    await dialogGone(page);
    await page.getByRole("button", { name: "Go back" }).click();
    expect(await page.getByRole("checkbox", { name: colleague.name }).isChecked()).toBe(true);
    await page.getByRole("button", { name: "Discard changes" }).click();
    expect(await page.getByRole("checkbox", { name: colleague.name }).isChecked()).toBe(false);
    await page.keyboard.press("Escape");
    await dialogGone(page);
    await page.getByRole("button", { name: "Edit team Support" }).click();
    expect(await page.getByRole("button", { name: "Discard changes" }).count()).toBe(0);
    expect(server.world.teams).toEqual([{ ...support, members: [agent.id] }]);
  });

  test("while it is being saved stays to be saved", async () => {
    const { page, server } = stage();
    server.world.replies = [hours];
    const held = hold();
    await page.route("**/v1/replies/*", async (route) => {
      await held.until;
      await route.continue();
    });
    await openSettings(stage(), "replies");
    await page.getByRole("button", { name: "Edit Hours" }).click();
    await english(page).fill("From 9 to 6.");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saving…").waitFor();
    await english(page).fill("From 9 to 7.");
    held.release();
    await page.getByText("Saved.").waitFor();
    expect(server.world.replies[0]?.texts).toEqual({ en: "From 9 to 6." });
    expect(await english(page).inputValue()).toBe("From 9 to 7.");
    await page.getByRole("button", { name: "Save" }).click();
    await dialogGone(page);
    expect(server.world.replies[0]?.texts).toEqual({ en: "From 9 to 7." });
  });
});

test("the palette does not open over a dialog, which Escape closes alone", async () => {
  const { page } = stage();
  await openSettings(stage(), "replies");
  await page.getByRole("button", { name: "New reply" }).waitFor();
  // The palette is there from now on, and would open at once.
  await page.keyboard.press("Control+k");
  await page.locator(".palette-input:focus").waitFor();
  await page.keyboard.press("Control+k");
  await dialogGone(page);
  await page.getByRole("button", { name: "New reply" }).click();
  await page.getByRole("textbox", { name: "Name" }).press("Control+k");
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
  expect(await page.locator(".palette-input").count()).toBe(0);
  expect(await page.getByRole("dialog", { name: "New canned reply" }).count()).toBe(1);
  await page.keyboard.press("Escape");
  await dialogGone(page);
});
