import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { hold, useStage, type Stage } from "./console.ts";

const stage = useStage();

async function organization({ page, signIn, goto }: Stage): Promise<void> {
  await signIn();
  await goto("#/settings/organization");
  await nameOf(page).waitFor();
}

function nameOf(page: Page): ReturnType<Page["getByLabel"]> {
  return page.getByLabel("Name", { exact: true });
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save", exact: true }).click();
}

/// Another admin saves a part of a page.
function others({ server }: Stage, path: string, part: Readonly<Record<string, unknown>>): void {
  server.world.settings.set(path, { ...server.world.settings.get(path), ...part });
}

/// The browser says that its network is back: what is shown is asked for again.
async function reconnect(page: Page): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().includes("/v1/settings/"));
  await page.evaluate(() => {
    window.dispatchEvent(new Event("offline"));
    window.dispatchEvent(new Event("online"));
  });
  await answered;
}

describe("a form of the settings", () => {
  test("keeps what is written while a save is under way", async () => {
    const { page, server } = stage();
    await organization(stage());
    const held = hold();
    await page.route("**/v1/settings/organization", async (route) => {
      await (route.request().method() === "PUT" ? held.until : undefined);
      await route.continue();
    });
    await nameOf(page).fill(" Aurora ");
    await save(page);
    await page.getByText("Saving…").waitFor();
    await page.getByLabel("Time zone").fill("Europe/Madrid");
    held.release();
    await page.getByText("Saved.").waitFor();
    expect(await page.getByLabel("Time zone").inputValue()).toBe("Europe/Madrid");
    expect(await nameOf(page).inputValue()).toBe("Aurora");
    await save(page);
    await expect
      .poll(() => server.world.settings.get("/v1/settings/organization"))
      .toMatchObject({ name: "Aurora", timeZone: "Europe/Madrid" });
  });

  test("keeps what is written when another admin has saved, and follows in the other fields", async () => {
    const { page } = stage();
    await organization(stage());
    await nameOf(page).fill("Aurora");
    others(stage(), "/v1/settings/organization", { name: "Boreal", timeZone: "Europe/Madrid" });
    await reconnect(page);
    await expect.poll(() => page.getByLabel("Time zone").inputValue()).toBe("Europe/Madrid");
    expect(await nameOf(page).inputValue()).toBe("Aurora");
  });

  test("does not take back what another admin has saved since it was loaded", async () => {
    const { page, server } = stage();
    await organization(stage());
    await nameOf(page).fill("Aurora");
    others(stage(), "/v1/settings/organization", { timeZone: "Europe/Madrid" });
    await save(page);
    await page.getByText("Saved.").waitFor();
    expect(server.world.settings.get("/v1/settings/organization")).toMatchObject({
      name: "Aurora",
      timeZone: "Europe/Madrid",
    });
    expect(await page.getByLabel("Time zone").inputValue()).toBe("Europe/Madrid");
    expect(await page.getByRole("button", { name: "Discard changes" }).count()).toBe(0);
  });

  test("is not saved when it does not fit to what another admin has saved, and says so", async () => {
    const { page, server } = stage();
    others(stage(), "/v1/settings/organization", { hours: undefined });
    await organization(stage());
    await page.getByLabel("Answer at certain hours only").check();
    others(stage(), "/v1/settings/organization", { timeZone: undefined });
    await save(page);
    await page.getByText("Somebody else has changed this page").waitFor();
    expect(server.world.settings.get("/v1/settings/organization")).toMatchObject({ hours: undefined });
    expect(await page.getByLabel("Time zone").inputValue()).toBe("");
  });
});

describe("what the server refuses is marked", () => {
  test.each([
    { id: "organization", field: "timeZone", written: "us/pacific", said: "The server does not take this." },
    {
      id: "widget",
      field: "avatarUrl",
      written: "https://shop.example/a|b.png",
      said: "The server does not take this address.",
    },
  ])("beside the field $field", async ({ id, field, written, said }) => {
    const { page, signIn, goto, faults } = stage();
    await page.route(`**/v1/settings/${id}`, (route) =>
      route.request().method() === "PUT"
        ? route.fulfill({
            status: 422,
            json: { reason: "INVALID_FIELD", fields: [{ field, message: "bad" }] },
          })
        : route.continue(),
    );
    await signIn();
    await goto(`#/settings/${id}`);
    const input = page.locator(`input[name=${field}]`);
    await input.fill(written);
    await save(page);
    await page.getByText(said).waitFor();
    await page.getByText("Look at the marked fields.").waitFor();
    expect(await input.getAttribute("aria-invalid")).toBe("true");
    await page.getByRole("button", { name: "Discard changes" }).click();
    expect(await page.getByText(said).count()).toBe(0);
    // The stand-in has no widget to be seen beside the form.
    faults.splice(0, faults.length, ...faults.filter((fault) => !fault.startsWith("Framing")));
  });
});

test.each([
  { id: "routing", name: "away", written: "7" },
  { id: "attachments", name: "others", written: "text/html" },
  { id: "messages", name: "minutes", written: "30" },
  { id: "identity", name: "name", written: "https://issuer.example" },
])("changes of the page $id outlive a look elsewhere", async ({ id, name, written }) => {
  const { page, signIn, goto } = stage();
  await signIn();
  await goto(`#/settings/${id}`);
  if (id === "identity") {
    await page.locator(".identity-own input").check();
  }
  const field = page.locator(`.settings-page input[name=${name}]`);
  await field.fill(written);
  await page.getByRole("link", { name: "My account" }).click();
  await page.getByText("Your changes are kept, not saved.").waitFor();
  await page.getByRole("button", { name: "Go back" }).click();
  await expect.poll(() => field.inputValue()).toBe(written);
});
