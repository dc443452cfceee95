import type { Page } from "playwright-core";
import { secondFactor } from "./factor.ts";
import { dialog, dialogOf, go, loaded, type View } from "./view.ts";

const button = (desk: Page, name: string | RegExp): Promise<void> =>
  desk
    .getByRole("button", { name, ...(typeof name === "string" ? { exact: true } : {}) })
    .first()
    .click();

/** What opens on a page of the settings, by the page's name. */
const dialogs: Readonly<Record<string, readonly View[]>> = {
  keys: [
    dialogOf("settings-key-replace", (desk) => button(desk, /^Replace/u), "select"),
    dialogOf("settings-key-revoke", revoke, "input[name=ending]"),
  ],
  team: [
    dialogOf("settings-invite", (desk) => button(desk, "Invite"), "input[name=email]"),
    dialogOf("settings-invite-link", invite, "textarea"),
    dialogOf("settings-member", (desk) => button(desk, /^Actions for Bruno/u), "button"),
    dialogOf("settings-disable", disable, ".danger-button"),
  ],
  routing: [
    dialogOf("settings-team-edit", (desk) => button(desk, /^Edit team/u), "input[name=team]"),
    dialogOf("settings-team-dissolve", (desk) => button(desk, /^Dissolve team/u), ".danger-button"),
  ],
  replies: [dialogOf("settings-reply", (desk) => button(desk, /^Edit Shipping/u), "textarea")],
  tags: [
    dialogOf("settings-tag-rename", (desk) => button(desk, "Rename delivery"), "input[name=name]"),
    dialogOf("settings-tag-merge", merge, "p"),
    dialogOf("settings-tag-delete", (desk) => button(desk, "Delete delivery"), ".danger-button"),
  ],
  identity: [
    {
      name: "settings-secret",
      open: async (desk) => {
        await button(desk, "Make a secret");
        await desk.locator(".identity-new").waitFor();
      },
      within: ".settings-page",
    },
    {
      ...dialogOf("settings-secret-revoke", (desk) => button(desk, "Revoke"), ".danger-button"),
      close: async (desk) => {
        await desk.locator(`${dialog} .danger-button`).click();
        await desk.locator(dialog).waitFor({ state: "detached" });
      },
    },
    {
      name: "settings-explained",
      open: async (desk) => {
        await desk.locator("textarea[name=token]").fill("no.token.at-all");
        await button(desk, "Check");
        await desk.locator(".identity-checks").waitFor();
      },
      within: ".settings-page",
    },
  ],
};

async function revoke(desk: Page): Promise<void> {
  await button(desk, /^Revoke/u);
  await desk.locator(`${dialog} select`).selectOption("0");
}

async function invite(desk: Page): Promise<void> {
  await button(desk, "Invite");
  await desk.locator(`${dialog} input[name=email]`).fill(`tomas-${Date.now()}@example.com`);
  await desk.locator(`${dialog} [type=submit]`).click();
}

async function disable(desk: Page): Promise<void> {
  await button(desk, /^Actions for Bruno/u);
  await button(desk, "Disable");
}

/** To a name that another tag has. */
async function merge(desk: Page): Promise<void> {
  await button(desk, "Rename delivery");
  await desk.locator(`${dialog} input[name=name]`).fill("vip");
  await desk.locator(`${dialog} [type=submit]`).click();
  await desk.getByRole("dialog", { name: "Merge tags?" }).waitFor();
}

/** Whatever the console's own menu lists, so that a new page is walked through too, with the dialogs known of it. */
export async function settings(desk: Page, password: string): Promise<readonly View[]> {
  await go(desk, "#/settings");
  const links = desk.locator('a[href^="#/settings/"]');
  await links.first().waitFor();
  const hrefs = await links.evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
  const pages = [...new Set(hrefs)].map((at) => ({ at, page: at.split("/").at(-1) ?? "" }));
  const opened: typeof dialogs = { ...dialogs, account: secondFactor(password) };
  const unknown = Object.keys(opened).filter((page) => !pages.some((known) => known.page === page));
  if (unknown.length > 0) {
    throw new Error(`the settings have no page ${unknown.join(", ")}`);
  }
  return pages.flatMap(({ at, page }) => [
    { name: `settings-${page}`, at, open: shown },
    ...(opened[page] ?? []),
  ]);
}

/** The page has been loaded, and so has what it asks the server for. */
async function shown(desk: Page): Promise<void> {
  await desk.locator(".settings-page h3, .settings-page table").first().waitFor();
  await loaded(desk);
}

export const reports: readonly View[] = [
  { name: "reports", at: "#/reports", open: (desk) => desk.locator(".report-card").first().waitFor() },
  {
    name: "reports-table",
    open: async (desk) => {
      await button(desk, /^Show “Conversations” as a table$/u);
      await desk.locator(".report-table").first().waitFor();
    },
    close: (desk) => button(desk, /^Show “Conversations” as a chart$/u),
    within: ".report-card",
  },
];

/** What is shown where nothing has been written and nothing been set yet. */
export const beginnings: readonly View[] = [
  { name: "new-inbox", at: "#/", open: (desk) => desk.locator(".inbox .empty-title").waitFor() },
  { name: "new-reports", at: "#/reports", open: (desk) => desk.locator(".report-none").first().waitFor() },
  ...["replies", "tags", "routing", "identity"].map((page) => ({
    name: `new-settings-${page}`,
    at: `#/settings/${page}`,
    open: shown,
    within: ".settings-page",
  })),
];
