import type { Page, Request } from "playwright-core";
import { expect, inject, test } from "vitest";

import { onlyConversation, signIn } from "../harness/agent.ts";
import { signInToConsole } from "../harness/console.ts";
import { useFixture } from "../harness/fixture.ts";
import { createOrganization } from "../harness/server.ts";
import { bareVisitor } from "../harness/visitor.ts";

const fixture = useFixture();

interface Trouble {
  readonly name: string;
  readonly begin: (desk: Page) => Promise<unknown>;
  readonly end: (desk: Page) => Promise<unknown>;
  readonly notice: RegExp;
}

/** Ways in which what an agent wishes does not come to be, and what the console says of it. */
const troubles: readonly Trouble[] = [
  {
    name: "there is no network",
    begin: (desk: Page) => desk.context().setOffline(true),
    end: (desk: Page) => desk.context().setOffline(false),
    notice: /^You are offline\. Check your network/u,
  },
  {
    name: "the server refuses",
    begin: (desk: Page) =>
      desk.route(/\/v1\/conversations\/[^/]+(\/snooze|\/tags|\/notes)?$/u, async (route) => {
        if (route.request().method() === "GET") {
          await route.fallback();
          return;
        }
        await route.fulfill({
          status: 503,
          contentType: "application/problem+json",
          body: JSON.stringify({ title: "Busy", code: "SEND_ERROR", reason: "BUSY", retryable: false }),
        });
      }),
    end: (desk: Page) => desk.unrouteAll(),
    notice: /^The server is busy\. Try again/u,
  },
];

interface Wish {
  readonly make: (desk: Page) => Promise<void>;
  /** What is asked of the server by that: a method, and the end of a path. */
  readonly asks: RegExp;
  /** Whether all is as it was before. */
  readonly undone: (desk: Page) => Promise<boolean>;
}

const wishes: Readonly<Record<string, Wish>> = {
  "to resolve": {
    asks: /^PATCH .*\/v1\/conversations\/[^/]+$/u,
    make: (desk) => desk.getByRole("button", { name: "Resolve", exact: true }).click(),
    undone: async (desk) => (await desk.getByRole("button", { name: "Resolve", exact: true }).count()) === 1,
  },
  "to snooze": {
    asks: /^PUT .*\/snooze$/u,
    make: async (desk) => {
      await desk.getByRole("button", { name: "Snooze", exact: true }).click();
      await desk.getByRole("button", { name: /^In one week/u }).click();
    },
    undone: async (desk) => (await desk.getByText(/^Snoozed until/u).count()) === 0,
  },
  "to tag": {
    asks: /^PATCH .*\/tags$/u,
    make: async (desk) => {
      await desk.getByRole("button", { name: "Add tag" }).click();
      await desk.keyboard.type("parcel");
      await desk.keyboard.press("Enter");
    },
    undone: async (desk) => (await desk.locator(".work-bar .tag").allInnerTexts()).join() === "before",
  },
  "to take a tag off": {
    asks: /^PATCH .*\/tags$/u,
    make: (desk) => desk.getByRole("button", { name: "Remove tag before" }).click(),
    undone: async (desk) => (await desk.locator(".work-bar .tag").allInnerTexts()).join() === "before",
  },
  "to write a note": {
    asks: /^POST .*\/notes$/u,
    make: async (desk) => {
      await desk.locator(".composer-modes .view", { hasText: "Note" }).click();
      await desk.getByRole("textbox", { name: "Note for your colleagues" }).fill("Not lost");
      await desk.keyboard.press("Enter");
    },
    // What was written is still in the box, to be sent again.
    undone: async (desk) =>
      (await desk.locator(".note").count()) === 0 &&
      (await desk.getByRole("textbox", { name: "Note for your colleagues" }).inputValue()) === "Not lost",
  },
};

test.for(troubles)(
  "what an agent wishes is taken back, and he is told, when $name",
  { timeout: 90_000 },
  async (trouble) => {
    const { baseUrl, host } = fixture();
    const organization = await createOrganization(inject("data"), host.origin);
    await (await bareVisitor(baseUrl, organization, host.origin)).post("What can be done?");
    const desk = await signInToConsole(fixture(), organization);
    await desk.getByRole("link", { name: /What can be done/u }).click();
    await desk.getByRole("button", { name: "Add tag" }).click();
    await desk.keyboard.type("before");
    await Promise.all([
      desk.waitForResponse(
        (answer) => answer.request().method() === "PATCH" && answer.url().endsWith("/tags"),
      ),
      desk.keyboard.press("Enter"),
    ]);
    // The last part of the page that is loaded: without a network it could not come.
    await desk.getByRole("heading", { name: "Timeline" }).waitFor();
    await trouble.begin(desk);
    for (const [name, { make, asks, undone }] of Object.entries(wishes)) {
      // oxlint-disable no-await-in-loop -- one wish after the other
      await desk.locator(".notice").evaluateAll(age);
      const asked = (request: Request): boolean => asks.test(`${request.method()} ${request.url()}`);
      const answered = Promise.race([
        desk.waitForEvent("requestfailed", { predicate: asked }),
        desk.waitForEvent("requestfinished", { predicate: asked }),
      ]);
      await make(desk);
      await answered;
      await desk.locator(".notice:not([data-aged])", { hasText: trouble.notice }).waitFor();
      await expect.poll(() => undone(desk), { message: name }).toBe(true);
      // oxlint-enable no-await-in-loop
    }
    await trouble.end(desk);
    await Promise.all([desk.waitForResponse(/\/notes$/u), desk.keyboard.press("Enter")]);
    await desk.locator(".note", { hasText: "Not lost" }).waitFor();
    const agent = await signIn(baseUrl, organization);
    const { id } = await onlyConversation(agent);
    const stored = JSON.stringify(await agent.get(`/v1/conversations/${id}`));
    expect(stored).toContain("before");
    expect(stored).not.toContain("parcel");
    expect(stored).not.toContain("snoozedUntil");
  },
);

/** Runs in the page: what is said of the next wish is told by this from what was said of the one before. */
function age(notices: readonly Element[]): void {
  notices.forEach((notice) => notice.setAttribute("data-aged", ""));
}
