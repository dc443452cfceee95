import type { Locator, Page } from "playwright-core";
import { expect, inject, test } from "vitest";

import { sendAtOnce } from "../harness/console.ts";
import { useFixture, visit } from "../harness/fixture.ts";
import { createOrganization, type Organization } from "../harness/server.ts";

const fixture = useFixture();
const nowhere = "nothing has the focus";

/** Runs in the page: what is wrong with the place of the focus, or nothing. */
function focusFault(): string {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) {
    return "nothing has the focus";
  }
  // The frame is drawn by the element itself or by a box around it.
  let marked = false;
  let around: Element | null = focused;
  for (let level = 0; level < 4 && around !== null && !marked; level += 1) {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(around);
    const ringed = /0px 0px 0px [1-3]px|inset/u.test(boxShadow);
    marked = ringed || (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0);
    around = around.parentElement;
  }
  return marked ? "" : `the focus is not seen on ${focused.outerHTML.slice(0, 200)}`;
}

async function expectFocusSeen(desk: Page): Promise<void> {
  await expect.poll(() => desk.evaluate(focusFault)).toBe("");
}

/**
 * Presses the key until the focus is there. Wherever it stops on the way, it can be seen; behind the last element the
 * browser's own controls would have it once.
 */
async function to(desk: Page, target: Locator, key = "Tab"): Promise<void> {
  await target.waitFor();
  let ends = 0;
  for (let stops = 0; stops < 90; stops += 1) {
    // oxlint-disable no-await-in-loop -- one key after the other
    await desk.keyboard.press(key);
    const fault = await desk.evaluate(focusFault);
    ends += fault === nowhere ? 1 : 0;
    expect(ends > 1 || fault !== nowhere ? fault : "").toBe("");
    if ((await desk.locator(":focus").and(target).count()) === 1) {
      return;
    }
    // oxlint-enable no-await-in-loop
  }
  throw new Error(`no way by ${key} to ${String(target)}`);
}

/** Opens by Enter what hangs on a button, walks round in it, and leaves it: the focus never gets out before. */
async function throughDialog(desk: Page, opener: Locator, key = "Tab"): Promise<void> {
  await to(desk, opener, key);
  await through(desk, opener, "Enter");
}

/** Opens a dialog by a key, walks round in it, and leaves it: the focus is where it was. */
async function through(desk: Page, opener: Locator, opens: string): Promise<void> {
  await desk.keyboard.press(opens);
  const within = desk.locator("[role=dialog]:focus-within");
  await within.waitFor();
  for (let stops = 0; stops < 12; stops += 1) {
    // oxlint-disable no-await-in-loop -- one key after the other
    await desk.keyboard.press("Tab");
    await expectFocusSeen(desk);
    expect(await within.count()).toBe(1);
    // oxlint-enable no-await-in-loop
  }
  await desk.keyboard.press("Escape");
  await desk.locator("[role=dialog]").waitFor({ state: "detached" });
  await opener.and(desk.locator(":focus")).waitFor();
}

/** Signed in without a mouse too. */
async function enter(organization: Organization): Promise<Page> {
  const { baseUrl, browser } = fixture();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US" });
  await sendAtOnce(context);
  const desk = await context.newPage();
  await desk.goto(`${baseUrl}/console/`);
  await desk.locator("input[name=email]:focus").waitFor();
  await desk.keyboard.type(organization.email);
  await to(desk, desk.locator("input[name=password]"));
  await desk.keyboard.type(organization.password);
  await desk.keyboard.press("Enter");
  await desk.locator("a.inbox-row").waitFor();
  return desk;
}

async function deskWith(words: string): Promise<Page> {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const visitor = await visit(fixture(), { organization });
  await visitor.open();
  await visitor.send(words);
  await visitor.called("onMessageSent");
  return enter(organization);
}

test("by Tab and arrow keys alone an agent opens a conversation, answers it and works on it", async () => {
  const desk = await deskWith("No mouse here");
  await to(desk, desk.locator("a.inbox-row"));
  await desk.keyboard.press("Enter");
  await desk.locator(".bubble", { hasText: "No mouse here" }).waitFor();
  await to(desk, desk.getByRole("textbox", { name: /^Reply to/u }));
  await desk.keyboard.type("Nor here");
  await desk.keyboard.press("Enter");
  await desk.locator(".bubble", { hasText: "Nor here" }).waitFor();
  await to(desk, desk.locator(".message-actions").last(), "Shift+Tab");
  await throughDialog(desk, desk.getByRole("button", { name: "Snooze" }), "Shift+Tab");
  await to(desk, desk.getByRole("button", { name: "Add tag" }), "Shift+Tab");
  await desk.keyboard.press("Enter");
  await desk.keyboard.type("parcel");
  await desk.keyboard.press("Enter");
  await desk.getByRole("button", { name: "Remove tag parcel" }).waitFor();
  await desk.getByRole("button", { name: "Add tag" }).and(desk.locator(":focus")).waitFor();
  await to(desk, desk.getByRole("button", { name: "Remove tag parcel" }), "Shift+Tab");
  await desk.keyboard.press("Enter");
  await desk.locator(".tag").waitFor({ state: "detached" });
  await expectFocusSeen(desk);
  await throughDialog(desk, desk.getByRole("button", { name: /^Nobody has it/u }), "Shift+Tab");
  await to(desk, desk.getByRole("button", { name: "Claim" }), "Shift+Tab");
  await desk.keyboard.press("Enter");
  await desk.getByRole("button", { name: /^Assigned to/u }).waitFor();
  await expectFocusSeen(desk);
  await to(desk, desk.getByRole("button", { name: "Snooze" }));
  await desk.keyboard.press("Enter");
  await to(desk, desk.getByRole("button", { name: /^In one week/u }));
  await desk.keyboard.press("Enter");
  await desk
    .getByText(/^Snoozed until/u)
    .first()
    .waitFor();
  await expectFocusSeen(desk);
  await to(desk, desk.getByRole("button", { name: "Resolve", exact: true }), "Shift+Tab");
  await desk.keyboard.press("Enter");
  await desk.getByRole("button", { name: "Reopen", exact: true }).and(desk.locator(":focus")).waitFor();
}, 120_000);

test("by keyboard alone an agent chooses a view, searches, picks an emoji, and looks at a visitor and blocks nobody", async () => {
  const desk = await deskWith("Where is the needle");
  await to(desk, desk.locator(".search-input"));
  await to(desk, desk.locator(".views input:checked"));
  await to(desk, desk.locator(".views input").last(), "ArrowRight");
  await desk.getByText("Nothing resolved yet").waitFor();
  await to(desk, desk.locator(".views input").nth(2), "ArrowLeft");
  await throughDialog(desk, desk.getByRole("button", { name: "More views and filters" }));
  await to(desk, desk.locator("a.inbox-row"));
  await desk.keyboard.press("Enter");
  await desk.locator(".bubble").waitFor();
  await to(desk, desk.getByRole("button", { name: "Emojis" }));
  await desk.keyboard.press("Enter");
  await desk.locator(".emoji-search:focus").waitFor();
  await to(desk, desk.locator(".emoji-picker td button").nth(8), "ArrowDown");
  await desk.keyboard.press("Enter");
  const box = desk.getByRole("textbox", { name: /^Reply to/u });
  await expect.poll(() => box.inputValue()).not.toBe("");
  await box.and(desk.locator(":focus")).waitFor();
  await through(desk, box, "Control+k");
  await throughDialog(desk, desk.getByRole("button", { name: "Block visitor" }));
  await through(desk, desk.getByRole("button", { name: "Block visitor" }), "?");
  // Where the window is narrow, the visitor's data is a dialog too.
  await desk.setViewportSize({ width: 1000, height: 800 });
  await throughDialog(desk, desk.getByRole("button", { name: "Show visitor’s data" }), "Shift+Tab");
}, 120_000);

test("by keyboard alone an agent goes through the settings and to the reports", async () => {
  const desk = await deskWith("Where are the settings");
  const account = desk.locator(".account-button");
  await throughDialog(desk, account);
  await desk.keyboard.press("Enter");
  await to(desk, desk.getByRole("link", { name: "Settings", exact: true }));
  await desk.keyboard.press("Enter");
  await desk.locator("main.settings-main:focus").waitFor();
  await to(desk, desk.locator("a[href='#/settings/team']"), "Shift+Tab");
  await desk.keyboard.press("Enter");
  await throughDialog(desk, desk.getByRole("button", { name: "Invite" }));
  await to(desk, desk.locator("a[href='#/settings/widget']"), "Shift+Tab");
  await desk.keyboard.press("Enter");
  await to(desk, desk.getByRole("textbox", { name: "Title", exact: true }));
  await desk.keyboard.type("By hand");
  await to(desk, desk.getByRole("button", { name: "Save", exact: true }));
  await desk.keyboard.press("Enter");
  await desk.getByText("Saved.").waitFor();
  await desk.locator("button[type=submit]:focus").waitFor();
  await to(desk, desk.getByRole("link", { name: "Back to the conversations" }), "Shift+Tab");
  await desk.keyboard.press("Enter");
  await desk.locator("main.desk-main:focus").waitFor();
  await to(desk, account, "Shift+Tab");
  await desk.keyboard.press("Enter");
  await to(desk, desk.getByRole("link", { name: "Reports", exact: true }));
  await desk.keyboard.press("Enter");
  await desk.locator("main.reports-main:focus").waitFor();
  const asTable = desk.getByRole("button", { name: "Show “Conversations” as a table" });
  await to(desk, asTable);
  await desk.keyboard.press("Enter");
  await to(desk, desk.locator(".report-scroll"));
  expect(await desk.evaluate("location.hash")).toBe("#/reports");
}, 120_000);
