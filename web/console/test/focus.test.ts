import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useStage } from "./console.ts";
import { invitation } from "./standin/lists.ts";

const stage = useStage();

async function open(page: string): Promise<Page> {
  const { signIn, goto, page: shown } = stage();
  await signIn();
  await goto(`#/settings/${page}`);
  return shown;
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).first().press("Enter");
}

/// What the button that has the focus is called, or what stands in the part of the page that has it.
async function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const has = document.activeElement;
    return has === document.body ? "the page" : (has?.getAttribute("aria-label") ?? has?.textContent);
  });
}

function id(number: number): string {
  return `018f3c5e-0000-7aaa-8bbb-00000000000${number}`;
}

describe("when what has the focus is deleted, the focus goes on to its neighbour", () => {
  test("of canned replies, and to what is left when all are gone", async () => {
    stage().server.world.replies = [1, 2].map((one) => ({
      id: id(one),
      name: `Reply ${one}`,
      texts: { en: "Hi" },
    }));
    const page = await open("replies");
    await press(page, "Delete Reply 1");
    await expect.poll(() => focused(page)).toBe("Delete Reply 2");
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toBe("New reply");
  });

  test("of open invitations, and to their part of the page when all are gone", async () => {
    const emails = ["first@example.com", "second@example.com"];
    const all = emails.map((email) => ({ ...invitation, id: randomUUID(), email }));
    stage().server.world.lists.set("/v1/invitations", all);
    const page = await open("team");
    await press(page, "Revoke");
    await page.getByText("first@example.com").waitFor({ state: "detached" });
    await expect.poll(() => focused(page)).toBe("Revoke");
    await page.keyboard.press("Enter");
    await page.getByText("second@example.com").waitFor({ state: "detached" });
    await expect.poll(() => focused(page)).toMatch(/^Open invitations/u);
  });

  test("of sessions, one by one and all at once", async () => {
    const { server } = stage();
    const key = "/v1/account/sessions";
    const [own, other] = server.world.lists.get(key) ?? [];
    if (own === undefined || other === undefined) {
      throw new Error("there are no sessions");
    }
    server.world.lists.set(key, [own, other, { ...other, id: randomUUID() }]);
    const page = await open("account");
    await press(page, "Sign out");
    await expect.poll(() => page.getByRole("button", { name: "Sign out", exact: true }).count()).toBe(1);
    await expect.poll(() => focused(page)).toBe("Sign out");
    await press(page, "Sign out all others");
    await expect.poll(() => page.getByRole("button", { name: "Sign out", exact: true }).count()).toBe(0);
    await expect.poll(() => focused(page)).toMatch(/Firefox/u);
  });

  test("of keys", async () => {
    const { server } = stage();
    const before = server.world.settings.get("/v1/settings/keys");
    const keys = ["aaaa", "bbbb"].map((end) => ({
      id: randomUUID(),
      value: `pk_${"0".repeat(20)}${end}`,
      createdAt: "2026-11-20T10:00:00.000Z",
    }));
    server.world.settings.set("/v1/settings/keys", { ...before, keys });
    const page = await open("keys");
    await page.getByRole("button", { name: /^Revoke .*aaaa/u }).press("Enter");
    await page.getByLabel("When").and(page.locator("select")).selectOption({ label: "In 7 days" });
    await page.getByLabel("When").and(page.locator("select")).selectOption({ label: "At once" });
    await page.locator("input[name=ending]").fill("aaaa");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.locator(".key").nth(1).waitFor({ state: "detached" });
    await expect.poll(() => focused(page)).toMatch(/bbbb/u);
  });

  test("of secrets", async () => {
    const page = await open("identity");
    await press(page, "Revoke");
    await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expect.poll(() => focused(page)).toBe("Make a secret");
  });

  test("of teams", async () => {
    stage().server.world.teams = [1, 2].map((one) => ({ id: id(one), name: `Team ${one}` }));
    const page = await open("routing");
    await press(page, "Dissolve team Team 1");
    await press(page, "Dissolve team");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expect.poll(() => focused(page)).toBe("Dissolve team Team 2");
  });

  test("of tags, deleted or merged", async () => {
    stage().server.world.open({ name: "Grace" }, "Hi").tags = ["a", "b", "c"];
    const page = await open("tags");
    await press(page, "Delete a");
    await press(page, "Delete");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expect.poll(() => focused(page)).toBe("Delete b");
    await press(page, "Rename b");
    await page.getByRole("textbox", { name: "New name" }).fill("c");
    await page.keyboard.press("Enter");
    await press(page, "Merge");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expect.poll(() => focused(page)).toBe("Rename c");
  });
});

test("the button that makes the last secret keeps the focus, and makes no further one", async () => {
  const page = await open("identity");
  await press(page, "Make a secret");
  await page.getByLabel("The new secret").waitFor();
  await page.locator("[aria-disabled=true]", { hasText: "Make a secret" }).waitFor();
  await expect.poll(() => focused(page)).toBe("Make a secret");
  await page.keyboard.press("Enter");
  expect(stage().server.world.settings.get("/v1/identity")).toMatchObject({ secrets: [{}, {}] });
  expect(await page.getByLabel("The new secret").count()).toBe(1);
});

test("who clears the search goes on in its field", async () => {
  const { page, signIn } = stage();
  await signIn();
  await page.locator(".search-input").fill("till");
  await press(page, "Clear the search");
  await page.locator(".search-input:focus").waitFor();
  expect(await page.locator(".search-input").inputValue()).toBe("");
});

test("who tries again goes on where that has come", async () => {
  const { page, signIn, goto, faults } = stage();
  await signIn();
  await page.route("**/v1/team", (route) => route.abort());
  await goto("#/settings/team");
  await page.getByText("The server does not answer.").waitFor();
  await page.unroute("**/v1/team");
  await press(page, "Try again");
  await page.locator(".team-table").waitFor();
  await page.locator(":focus .team-table").waitFor();
  await page.keyboard.press("Tab");
  expect(await page.locator(".settings-page :focus").count()).toBe(1);
  expect(await page.locator(".settings-page [tabindex='-1']").count()).toBe(0);
  faults.splice(0);
});
