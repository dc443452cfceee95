import type { Page } from "playwright-core";
import { dialogOf, escape, type View } from "./view.ts";

const button = (desk: Page, name: string | RegExp): Promise<void> =>
  desk.getByRole("button", { name, ...(typeof name === "string" ? { exact: true } : {}) }).click();

/** The list, and what hangs on it. */
export const inbox: readonly View[] = [
  { name: "inbox", at: "#/", open: (desk) => desk.locator("a.inbox-row").first().waitFor() },
  dialogOf("inbox-filter", (desk) => button(desk, "More views and filters"), "select"),
  dialogOf("inbox-account", (desk) => desk.locator(".account-button").click(), "a"),
  {
    name: "inbox-search",
    open: async (desk) => {
      // Words are found a moment after they were written.
      for (const hits = desk.locator(".search-row"); (await hits.count()) === 0;) {
        // oxlint-disable no-await-in-loop -- asked again until it is there
        await desk.locator(".search-input").fill("");
        await desk.locator(".search-input").fill("neighbour");
        await desk.locator(".search-row, .inbox .empty-title").first().waitFor();
        // oxlint-enable no-await-in-loop
      }
    },
    within: ".inbox",
  },
  {
    name: "inbox-search-empty",
    open: async (desk) => {
      await desk.locator(".search-input").fill("qwertzuiop");
      await desk.locator(".inbox .empty-title").waitFor();
    },
    close: (desk) => desk.locator(".search-input").press("Escape"),
    within: ".inbox",
  },
  {
    name: "inbox-empty",
    open: async (desk) => {
      await button(desk, "More views and filters");
      await button(desk, /^Mentions of me/u);
      await desk.locator(".inbox .empty-title").waitFor();
    },
    close: async (desk) => {
      await desk.locator(".views .view", { hasText: "All" }).click();
      await desk.locator("a.inbox-row").first().waitFor();
    },
    within: ".inbox",
  },
  dialogOf("dialog-keys", (desk) => pressOutside(desk, "?"), ".shortcuts"),
  dialogOf("dialog-palette", (desk) => desk.keyboard.press("Control+k"), ".palette-option"),
];

/** Where no text is written: there it would be a sign of it. */
async function pressOutside(desk: Page, key: string): Promise<void> {
  await desk.locator(":focus").evaluateAll((found) => {
    found.forEach((element) => element instanceof HTMLElement && element.blur());
  });
  await desk.keyboard.press(key);
}

/** A conversation that was furnished, with everything that opens in it. */
export function thread(conversation: string): readonly View[] {
  return [
    {
      name: "conversation",
      at: `#/conversations/${conversation}`,
      open: (desk) => desk.locator(".thread .note").first().waitFor(),
    },
    menu("menu-assign", /^Assigned to|^Nobody has it/u),
    menu("menu-snooze", "Snooze"),
    {
      name: "tag-box",
      open: (desk) => button(desk, "Add tag"),
      close: (desk) => desk.locator(".tag-input").press("Escape"),
      within: ".work-bar",
    },
    {
      name: "note-mention",
      open: async (desk) => {
        await desk.locator(".composer-modes .view").nth(1).click();
        await desk.getByRole("textbox", { name: "Note for your colleagues" }).fill("Please look, @");
        await desk.locator(".mention-list").waitFor();
      },
      close: async (desk) => {
        await desk.getByRole("textbox", { name: "Note for your colleagues" }).fill("");
        await desk.locator(".composer-modes .view").first().click();
      },
      within: ".thread",
    },
    ...composer,
    ...messages,
    {
      name: "notice",
      open: async (desk) => {
        await button(desk, "Resolve");
        await desk.locator(".notice").waitFor();
      },
      close: async (desk) => {
        await button(desk, "Reopen");
        await desk.getByRole("button", { name: "Resolve", exact: true }).waitFor();
        await desk.locator(".notice").waitFor({ state: "detached" });
      },
      within: ".notices, .thread-head",
    },
    dialogOf("dialog-block", block, ".danger-button"),
  ];
}

function menu(name: string, label: string | RegExp): View {
  return dialogOf(name, (desk) => button(desk, label), ".work-choice");
}

const composer: readonly View[] = [
  {
    name: "reply-picker",
    open: async (desk) => {
      await button(desk, "Canned replies (/)");
      await desk.locator(".reply-picker [role=option]").first().waitFor();
    },
    close: emptyReply,
    within: ".composer",
  },
  {
    name: "emoji-picker",
    open: async (desk) => {
      await button(desk, "Emojis");
      await desk.locator(".emoji-picker td").first().waitFor();
    },
    close: escape,
    within: ".composer",
  },
];

async function emptyReply(desk: Page): Promise<void> {
  const box = desk.getByRole("textbox", { name: /^Reply to/u });
  await box.press("Escape");
  await box.fill("");
}

/** By the menu of one's own message. */
async function actions(desk: Page, choice?: string): Promise<void> {
  const own = desk.locator('.message[data-sender="agent"]').last();
  await own.hover();
  await own.locator(".message-actions").click();
  await desk.locator(".work-menu .message-choice").nth(3).waitFor();
  if (choice !== undefined) {
    await button(desk, choice);
  }
}

const messages: readonly View[] = [
  dialogOf("message-menu", (desk) => actions(desk), ".message-choice"),
  {
    name: "message-edit",
    open: async (desk) => {
      await actions(desk, "Edit");
      await desk.locator(".composer-subject").waitFor();
    },
    close: escape,
    within: ".composer",
  },
  dialogOf("message-delete", (desk) => actions(desk, "Delete"), ".danger-button"),
];

async function block(desk: Page): Promise<void> {
  const shown = desk.locator(".thread-head button[aria-expanded]");
  if ((await shown.getAttribute("aria-expanded")) === "false") {
    await shown.click();
  }
  await button(desk, "Block visitor");
}

/** Where the window is narrow, the visitor's data lies over the thread. */
export const drawer: View = dialogOf(
  "visitor-drawer",
  (desk) => button(desk, "Show visitor’s data"),
  ".visitor-group",
);

export const lost: View = {
  name: "conversation-not-found",
  at: "#/conversations/00000000-0000-4000-8000-000000000000",
  open: (desk) => desk.locator(".thread.empty[role=alert]").waitFor(),
};

export const offline: View = {
  name: "offline",
  open: async (desk) => {
    await desk.context().setOffline(true);
    await desk.locator(".banner").waitFor();
  },
  close: async (desk) => {
    await desk.context().setOffline(false);
    await desk.locator(".banner").waitFor({ state: "detached" });
  },
  within: ".banner-place",
};
