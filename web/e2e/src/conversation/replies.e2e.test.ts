import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";

import { signInToConsole } from "../harness/console.ts";
import { useFixture, visit } from "../harness/fixture.ts";
import type { WidgetPage } from "../harness/page.ts";
import { createOrganization } from "../harness/server.ts";

const fixture = useFixture();

/** A visitor who has written, and the desk of an agent who looks at it. */
async function met(
  words: string,
  options: { readonly config?: string; readonly undoSend?: boolean } = {},
): Promise<{ readonly visitor: WidgetPage; readonly desk: Page }> {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const visitor = await visit(fixture(), { organization, config: options.config ?? "" });
  await visitor.open();
  await visitor.send(words);
  await visitor.called("onMessageSent");
  const desk = await signInToConsole(fixture(), organization, { undoSend: options.undoSend ?? false });
  await desk.getByRole("link", { name: new RegExp(words, "u") }).click();
  await desk.locator(".bubble", { hasText: words }).waitFor();
  return { visitor, desk };
}

async function go(desk: Page, hash: string): Promise<void> {
  await desk.evaluate(`location.hash = ${JSON.stringify(hash)}`);
}

test("a canned reply is kept in two languages, picked by a slash, and read in the visitor's language as text", async () => {
  const { visitor, desk } = await met("Hola", { config: 'user: { name: "Maya Lee", locale: "es" },' });
  const thread = await desk.evaluate("location.hash");
  await go(desk, "#/settings/replies");
  await desk.getByRole("button", { name: "New reply" }).click();
  await desk.getByRole("textbox", { name: "Name" }).fill("<img src=x onerror=alert(1)>");
  await desk.getByRole("textbox", { name: "Text in English" }).fill("Hello {{visitor.firstName}}");
  await desk
    .getByRole("textbox", { name: "Text in Español" })
    .fill("Hola {{visitor.firstName|qué tal}} <img src=x onerror=alert(1)>");
  await desk.getByRole("button", { name: "Save" }).click();
  await desk.locator(".replies .pill", { hasText: "es" }).waitFor();
  await go(desk, String(thread));
  const box = desk.getByRole("textbox", { name: /^Reply to/u });
  await box.click();
  await desk.keyboard.type("/hola");
  await desk.getByRole("option", { name: /Hola Maya/u }).waitFor();
  await desk.keyboard.press("Enter");
  await expect.poll(() => box.inputValue()).toBe("Hola Maya <img src=x onerror=alert(1)>");
  await desk.keyboard.press("Enter");
  const received = await visitor.called("onMessageReceived");
  expect(received).toMatchObject({ content: "Hola Maya <img src=x onerror=alert(1)>" });
  expect(await visitor.dialog.locator("img[src=x]").count()).toBe(0);
  expect(await desk.locator("img[src=x]").count()).toBe(0);
});

test("a reply that is taken back never reaches the visitor, and closing the tab sends what waits", async () => {
  const { visitor, desk } = await met("Are you there?", { undoSend: true });
  await desk.clock.install();
  await desk.reload();
  await desk.locator(".bubble", { hasText: "Are you there?" }).waitFor();
  const box = desk.getByRole("textbox", { name: /^Reply to/u });
  // The seconds in which a reply can be taken back do not pass: what goes goes by the tab being closed.
  await desk.clock.pauseAt(Number(await desk.evaluate("Date.now()")) + 10_000);
  await box.fill("Go away");
  await box.press("Enter");
  await desk.locator(".held-line").waitFor();
  await desk.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => box.inputValue()).toBe("Go away");
  await box.fill("Yes, I am.");
  await box.press("Enter");
  await desk.locator(".held-line").waitFor();
  await desk.close({ runBeforeUnload: true });
  await visitor.dialog.getByText("Yes, I am.").waitFor();
  await visitor.called("onMessageReceived");
  expect((await visitor.calls("onMessageReceived")).map(({ argument }) => argument)).toMatchObject([
    { content: "Yes, I am." },
  ]);
});

test("a tag gets another name on its conversations, and is found by it", async () => {
  const { desk } = await met("About my money");
  const thread = await desk.evaluate("location.hash");
  await desk.getByRole("button", { name: "Add tag" }).click();
  await desk.keyboard.type("refund");
  await desk.keyboard.press("Enter");
  await desk.getByRole("button", { name: "Remove tag refund" }).waitFor();
  await go(desk, "#/settings/tags");
  await desk.getByRole("button", { name: "Rename refund" }).click();
  await desk.getByRole("textbox", { name: "New name" }).fill("repayment");
  await desk.getByRole("button", { name: "Rename", exact: true }).click();
  await desk.getByRole("row", { name: /^repayment 1/u }).waitFor();
  await go(desk, String(thread));
  await desk.getByRole("button", { name: "Remove tag repayment" }).waitFor();
  await expect.poll(() => found(desk, "repay")).toContain("repayment");
});

/** What the search shows; asked anew each time, for words are indexed a moment later. */
async function found(desk: Page, words: string): Promise<string> {
  await desk.locator(".search-input").fill("");
  await desk.locator(".search-input").fill(words);
  const rows = desk.locator(".search-row");
  await rows.or(desk.locator(".inbox .empty-title")).first().waitFor();
  return (await rows.allInnerTexts()).join("\n");
}
