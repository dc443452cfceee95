import type { Locator, Page } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import { useStage } from "./console.ts";
import type { StandInConversation } from "./standin/world.ts";

const stage = useStage();

let conversation: StandInConversation;

beforeEach(async () => {
  const { openConversation, server } = stage();
  conversation = server.world.open({ name: "Grace" }, "Hi");
  await openConversation(conversation);
});

function replyBox(): Locator {
  return stage().page.getByRole("textbox", { name: "Reply to Grace" });
}

/// Letters that each do something where nothing is written.
async function expectWritten(box: Locator): Promise<void> {
  await box.page().keyboard.type("echo");
  expect(await box.inputValue()).toMatch(/echo$/u);
  expect(conversation.status).toBe("open");
}

async function quote(page: Page): Promise<void> {
  await page.locator(".thread").click();
  await page.keyboard.press("q");
  await replyBox().and(page.locator(":focus")).waitFor();
  await page.getByRole("button", { name: "Reply without the quote" }).waitFor();
}

test("what is typed after a click on Send goes into the box of the reply", async () => {
  const { page } = stage();
  await replyBox().fill("Hello");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect.poll(() => replyBox().inputValue()).toBe("");
  await expectWritten(replyBox());
});

test("what is typed after a click on Send goes into the box, though the focus was not in it before", async () => {
  const { page } = stage();
  await replyBox().fill("Hello");
  await page.locator(".thread").click();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect.poll(() => replyBox().inputValue()).toBe("");
  await expectWritten(replyBox());
});

test("what is typed after Enter on Send goes into the box of the reply", async () => {
  const { page } = stage();
  await replyBox().fill("Hello");
  await page.getByRole("button", { name: "Send", exact: true }).press("Enter");
  await expect.poll(() => replyBox().inputValue()).toBe("");
  await expectWritten(replyBox());
});

test("what is typed after a note was sent by a click goes into the box of the note", async () => {
  const { page } = stage();
  await page.keyboard.press("n");
  const box = page.getByRole("textbox", { name: "Note for your colleagues" });
  await box.fill("The till is in the cellar");
  await page.getByRole("button", { name: "Add note", exact: true }).click();
  await page.locator(".note").waitFor();
  await expectWritten(box);
});

test("what is typed after a quote was dropped by its cross goes into the box", async () => {
  const { page } = stage();
  await quote(page);
  await page.getByRole("button", { name: "Reply without the quote" }).click();
  await page.locator(".composer-subject").waitFor({ state: "detached" });
  await expectWritten(replyBox());
});

test("what is typed after a file was removed goes into the box", async () => {
  const { page } = stage();
  const pdf = { name: "contract.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-") };
  await page.locator("input[type=file]").setInputFiles(pdf);
  await page.getByRole("button", { name: "Remove contract.pdf" }).click();
  await page.locator(".upload").waitFor({ state: "detached" });
  await expectWritten(replyBox());
});

test("what is typed after the emojis were closed by their button goes into the box", async () => {
  const { page } = stage();
  const emojis = page.getByRole("button", { name: "Emojis" });
  await emojis.click();
  await page.locator(".emoji-search:focus").waitFor();
  await emojis.click();
  await page.locator(".emoji-search").waitFor({ state: "detached" });
  await expectWritten(replyBox());
});

test("a key that is kept pressed resolves once", async () => {
  const { page } = stage();
  const changes: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "PATCH") {
      changes.push(request.postData() ?? "");
    }
  });
  await page.locator(".thread").click();
  await page.keyboard.down("e");
  await page.getByRole("button", { name: "Reopen" }).waitFor();
  await expect.poll(() => conversation.status).toBe("resolved");
  await page.keyboard.down("e");
  await page.keyboard.up("e");
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  expect(changes).toHaveLength(1);
  expect(conversation.status).toBe("resolved");
});
