import type { Page } from "playwright-core";
import { expect, test } from "vitest";

import { expectComplaint } from "../harness/complaints.ts";
import { signInToConsole } from "../harness/console.ts";
import { picture } from "../harness/files.ts";
import { type Fixture, useFixture, visit } from "../harness/fixture.ts";
import type { WidgetPage } from "../harness/page.ts";
import { type ChaskServer, createOrganization, startServer } from "../harness/server.ts";

const fixture = useFixture();

/** The server counts whole seconds: long enough for a tab to open, however slow the machine. */
const lifetime = 8_000;

interface Talk {
  readonly visitor: WidgetPage;
  readonly desk: Page;
}

/** A visitor and an agent who have exchanged a picture and a paper so long ago that the links to them have ended. */
async function talk(server: ChaskServer): Promise<Talk> {
  const organization = await createOrganization(server.data, fixture().host.origin);
  const there: Fixture = { ...fixture(), baseUrl: server.baseUrl, organization };
  const visitor = await visit(there);
  await visitor.open();
  await visitor.dialog.locator("input[type=file]").setInputFiles([
    { name: "lamp.png", mimeType: "image/png", buffer: await picture(visitor.page, 1600, 1200) },
    { name: "paper.txt", mimeType: "text/plain", buffer: Buffer.from("A paper") },
  ]);
  await visitor.dialog.locator(".chip progress[hidden]").nth(1).waitFor({ state: "attached" });
  await visitor.send("My lamp");
  const desk = await signInToConsole(there, organization);
  await desk.getByRole("link", { name: /My lamp/u }).click();
  await desk.locator(".attachment-image img").waitFor();
  await visitor.dialog.locator(".bubble .file").nth(1).waitFor();
  await new Promise((resolve) => setTimeout(resolve, lifetime + 1_500));
  return { visitor, desk };
}

async function withShortLinks(run: (talk: Talk) => Promise<void>): Promise<void> {
  const server = await startServer({ flags: ["--attachments-link-lifetime", `${lifetime}ms`] });
  try {
    await run(await talk(server));
  } finally {
    await server.remove();
  }
}

/** The width of the picture that comes in a tab of its own. */
async function opened(page: Page, click: () => Promise<void>): Promise<number> {
  const tab = page.context().waitForEvent("page");
  await click();
  const image = await tab;
  await image.waitForLoadState();
  return image.evaluate(() => document.querySelector("img")?.naturalWidth ?? 0);
}

test("files of an open page can be opened and saved, by agent and visitor, after their links have ended", async () => {
  // The page that the browser makes for a picture is under the file's own policy.
  expectComplaint(/^(?:Applying inline style|Blocked script execution)/u);
  await withShortLinks(async ({ visitor, desk }) => {
    // At once, as a finger does: nothing tells before that a link will be used.
    const saved = desk.waitForEvent("download");
    await desk.getByRole("link", { name: /paper\.txt/u }).dispatchEvent("click");
    expect(await (await saved).failure()).toBeNull();
    expect(await opened(desk, () => desk.locator(".attachment-image").dispatchEvent("click"))).toBe(1600);

    const image = visitor.dialog.locator(".bubble a.file", { has: visitor.page.locator("img") });
    expect(await opened(visitor.page, () => image.dispatchEvent("click"))).toBe(1600);
    const paper = visitor.page.waitForEvent("download");
    await visitor.dialog.locator(".bubble a.file", { hasText: "paper.txt" }).click();
    expect(await (await paper).failure()).toBeNull();
  });
}, 120_000);
