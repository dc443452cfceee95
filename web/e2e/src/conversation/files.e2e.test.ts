import { expect, inject, test } from "vitest";

import { signInToConsole } from "../harness/console.ts";
import { hand, incomingFiles, keptFiles, picture, slowUploads } from "../harness/files.ts";
import { useFixture, visit } from "../harness/fixture.ts";
import { list, text } from "../harness/json.ts";
import { createOrganization } from "../harness/server.ts";

const fixture = useFixture();

test("files are dropped on the thread and pasted into the text box, several at once, and arrive in one message", async () => {
  const visitor = await visit(fixture());
  await visitor.open();
  // A browser tells again and again that something hovers.
  await expect
    .poll(async () => {
      await hand(visitor.page, "hover", ".body", ["a.txt"]);
      return visitor.dialog.getAttribute("data-drop");
    })
    .toBe("Drop files here");
  await hand(visitor.page, "drop", ".body", ["a.txt", "b.txt"]);
  await hand(visitor.page, "paste", "textarea", ["c.txt"]);
  const chips = visitor.dialog.locator(".chip");
  await visitor.dialog.locator(".chip progress[hidden]").nth(2).waitFor({ state: "attached" });
  expect(await chips.count()).toBe(3);
  await visitor.send("Three files");
  const sent = await visitor.called("onMessageSent");
  expect(list(sent, "attachments").map((file) => text(file, "name"))).toEqual(["a.txt", "b.txt", "c.txt"]);
  await visitor.dialog.locator(".bubble .file").nth(2).waitFor();
  expect(await chips.count()).toBe(0);
});

test("a picture is seen before it is sent, and afterwards by its small picture on both sides", async () => {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const visitor = await visit(fixture(), { organization });
  await visitor.open();
  const buffer = await picture(visitor.page, 1600, 1200);
  await visitor.dialog
    .locator("input[type=file]")
    .setInputFiles({ name: "broken.png", mimeType: "image/png", buffer });
  await visitor.dialog.locator(".chip img[src^='blob:']").waitFor();
  await visitor.dialog.locator(".chip progress[hidden]").waitFor({ state: "attached" });
  await visitor.send("It came broken");
  await visitor.dialog.locator(".bubble img[src*='/thumbnail?']").waitFor();
  const desk = await signInToConsole(fixture(), organization);
  await desk.getByRole("link", { name: /It came broken/u }).click();
  const image = desk.locator(".attachment-image img[src*='/thumbnail?']");
  await image.waitFor();
  await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(320);
  expect(await desk.locator(".attachment-image").getAttribute("href")).not.toContain("/thumbnail?");
});

test("an upload that is called off midway leaves nothing behind", async () => {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const visitor = await visit(fixture(), { organization });
  await visitor.open();
  await slowUploads(visitor.page, 50_000);
  const buffer = Buffer.alloc(2_000_000, "All work and no play. ");
  await visitor.dialog
    .locator("input[type=file]")
    .setInputFiles({ name: "novel.txt", mimeType: "text/plain", buffer });
  await expect.poll(() => incomingFiles(inject("data")).length, { timeout: 20_000 }).toBe(1);
  await visitor.dialog.getByRole("button", { name: "Remove novel.txt" }).click();
  expect(await visitor.dialog.locator(".chip").count()).toBe(0);
  await expect.poll(() => incomingFiles(inject("data")).length, { timeout: 20_000 }).toBe(0);
  expect(keptFiles(inject("data"), organization.organizationId)).toEqual([]);
  expect(await visitor.calls("onMessageSent")).toEqual([]);
});

test("a refused file says why, and one whose upload failed is uploaded again", async () => {
  const visitor = await visit(fixture());
  await visitor.open();
  const files = visitor.dialog.locator("input[type=file]");
  await files.setInputFiles({
    name: "tool.exe",
    mimeType: "application/x-msdownload",
    buffer: Buffer.from("MZ"),
  });
  await visitor.dialog.getByText("Files of this kind cannot be sent.").waitFor();
  expect(await visitor.dialog.getByRole("button", { name: "Upload tool.exe again" }).count()).toBe(0);
  await visitor.dialog.getByRole("button", { name: "Remove tool.exe" }).click();
  await visitor.page.route("**/v1/widget/attachments", (route) => route.abort());
  await files.setInputFiles({ name: "note.txt", mimeType: "text/plain", buffer: Buffer.from("Hello") });
  const again = visitor.dialog.getByRole("button", { name: "Upload note.txt again" });
  await again.waitFor();
  await visitor.page.unroute("**/v1/widget/attachments");
  await again.click();
  await visitor.dialog.locator(".chip:not(.failed) progress[hidden]").waitFor({ state: "attached" });
  await visitor.send("Now it is there");
  expect(list(await visitor.called("onMessageSent"), "attachments")).toHaveLength(1);
});

test("an agent drops and pastes several files, calls one off, tries one again and sends", async () => {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const visitor = await visit(fixture(), { organization });
  await visitor.open();
  await visitor.send("Please send me the papers");
  const desk = await signInToConsole(fixture(), organization);
  await desk.getByRole("link", { name: /papers/u }).click();
  await desk.locator(".bubble", { hasText: "papers" }).waitFor();
  await hand(desk, "drop", ".drop-zone", ["a.txt", "b.txt"]);
  await hand(desk, "paste", ".composer textarea", ["c.txt"]);
  await desk.locator('.upload[data-state="ready"]').nth(2).waitFor();
  await desk.getByRole("button", { name: "Remove b.txt" }).click();
  await desk.route("**/v1/attachments", (route) => route.abort());
  await hand(desk, "drop", ".drop-zone", ["d.txt"]);
  await desk.locator('.upload[data-state="failed"]').waitFor();
  await desk.unroute("**/v1/attachments");
  await desk
    .getByRole("button", { name: /d\.txt/u })
    .first()
    .click();
  await desk.locator('.upload[data-state="ready"]').nth(2).waitFor();
  await desk.getByRole("textbox", { name: /^Reply to/u }).fill("Here they are");
  await desk.keyboard.press("Enter");
  const received = await visitor.called("onMessageReceived");
  expect(list(received, "attachments").map((file) => text(file, "name"))).toEqual([
    "a.txt",
    "c.txt",
    "d.txt",
  ]);
});

test("what an admin allows holds for the next page that loads the widget", async () => {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const desk = await signInToConsole(fixture(), organization);
  await desk.goto(`${fixture().baseUrl}/console/#/settings/attachments`);
  await desk.getByLabel("PDF").uncheck();
  await desk.getByLabel("Room for all files, in MB").fill("100");
  await desk.getByRole("button", { name: "Save" }).click();
  await desk.getByText("Saved.").waitFor();
  await desk.getByText(/of 100/u).waitFor();
  const { apiKey, organizationId } = organization;
  const settings = `${fixture().baseUrl}/v1/widget/settings?organizationId=${organizationId}&apiKey=${apiKey}`;
  const headers = { origin: fixture().host.origin };
  await expect.poll(async () => (await fetch(settings, { headers })).text()).not.toContain("pdf");
  const visitor = await visit(fixture(), { organization });
  await visitor.open();
  await visitor.dialog
    .locator("input[type=file]")
    .setInputFiles({ name: "a.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") });
  await visitor.dialog.getByText("Files of this kind cannot be sent.").waitFor();
});
