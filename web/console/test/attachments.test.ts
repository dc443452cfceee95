import { expect, test } from "vitest";
import { hold, useStage, type Stage } from "./console.ts";
import type { StandInConversation } from "./standin/world.ts";

const stage = useStage();
const png = { name: "box.png", mimeType: "image/png", buffer: Buffer.from("not looked at by the stand-in") };
const pdf = { name: "contract.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-") };
const exe = { name: "tool.exe", mimeType: "application/octet-stream", buffer: Buffer.from("MZ") };

test("a file is uploaded with its progress and goes out with the reply", async () => {
  const { page, openConversation, server } = stage();
  await openConversation(server.world.open({ name: "Grace" }, "Hi"));
  const held = hold();
  server.bend.holdUpload = held.until;
  await page.locator("input[type=file]").setInputFiles(pdf);
  await page.getByRole("progressbar", { name: "Uploading contract.pdf" }).waitFor();
  await page.getByRole("textbox").fill("Here it is");
  await page.keyboard.press("Enter");
  expect(await page.getByRole("textbox").inputValue()).toBe("Here it is");
  held.release();
  await page.getByRole("button", { name: "Remove contract.pdf" }).waitFor();
  await page.getByRole("textbox").press("Enter");
  await page.getByRole("link", { name: /^Download contract.pdf/ }).waitFor();
  const sent = await server.stream.frame((frame) => frame.type === "send");
  expect(sent).toMatchObject({
    content: "Here it is",
    attachments: [[...server.world.attachments.keys()][0]],
  });
});

test("a refused file says why and keeps the reply until it is removed", async () => {
  const { page, openConversation, server } = stage();
  await openConversation(server.world.open({ name: "Grace" }, "Hi"));
  await page.locator("input[type=file]").setInputFiles(exe);
  await page.getByText("Files of this type are not allowed. Choose another one.").waitFor();
  await page.getByRole("textbox").fill("Hello");
  await page.keyboard.press("Enter");
  expect(await page.getByRole("textbox").inputValue()).toBe("Hello");
  await page.getByRole("button", { name: "Remove tool.exe" }).click();
  await page.getByRole("textbox").press("Enter");
  await page.locator(".bubble", { hasText: "Hello" }).waitFor();
});

test("files are taken by drag and by paste", async () => {
  const { page, openConversation, server } = stage();
  await openConversation(server.world.open({ name: "Grace" }, "Hi"));
  const carrier = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["x"], "dropped.pdf", { type: "application/pdf" }));
    return transfer;
  });
  await page.dispatchEvent(".drop-zone", "dragenter", { dataTransfer: carrier });
  await page.getByText("Drop files to add them").waitFor();
  await page.dispatchEvent(".drop-zone", "drop", { dataTransfer: carrier });
  await page.getByRole("button", { name: "Remove dropped.pdf" }).waitFor();
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["x"], "pasted.png", { type: "image/png" }));
    const paste = new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true });
    document.querySelector("textarea")?.dispatchEvent(paste);
  });
  await page.getByRole("button", { name: "Remove pasted.png" }).waitFor();
  expect(await page.locator(".upload").count()).toBe(2);
});

test("a picture stands in the thread, at its size before it has loaded; another file is a download", async () => {
  const { page, openConversation, server } = stage();
  await openConversation(server.world.open({ name: "Grace" }, "Hi"));
  await page.locator("input[type=file]").setInputFiles([png, pdf]);
  await page.getByRole("button", { name: "Remove box.png" }).waitFor();
  await page.getByRole("button", { name: "Remove contract.pdf" }).waitFor();
  await page.getByRole("button", { name: "Send" }).click();
  const image = page.getByRole("img", { name: "Open image box.png" });
  await image.waitFor();
  expect(await image.boundingBox()).toMatchObject({ width: 320, height: 213 });
  expect(await page.getByRole("link", { name: /contract.pdf/ }).getAttribute("download")).toBe(
    "contract.pdf",
  );
});

test("a file dropped beside the thread does not take the page's place", async () => {
  const { page, openConversation, server } = stage();
  await openConversation(server.world.open({ name: "Grace" }, "Hi"));
  const box = page.getByRole("textbox", { name: /^Reply to/ });
  await box.fill("Begun");
  const { x = 0, y = 0 } = (await page.locator(".inbox").boundingBox()) ?? {};
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [import.meta.filename], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as a hand does it
    await devtools.send("Input.dispatchDragEvent", { type, x: x + 100, y: y + 300, data });
  }
  await page.waitForTimeout(500);
  expect(page.context().pages()).toHaveLength(1);
  expect(await box.inputValue()).toBe("Begun");
});

/// A conversation with two files, and so many messages behind them, whose links have ended since it was opened.
async function withEndedLinks(
  { server, openConversation, page }: Stage,
  behind: number = 0,
): Promise<StandInConversation> {
  const conversation = server.world.open({ name: "Grace" }, "See these");
  const kinds = [png, pdf].map(({ name, mimeType }) => ({
    name,
    mimeType,
    inline: mimeType === "image/png",
  }));
  const attachments = kinds.map((kind, id) => ({
    id: `${id}`,
    size: 9,
    url: `/v1/attachments/${id}`,
    ...kind,
  }));
  server.world.append(conversation, { sender: "user", content: "Files", attachments });
  for (let line = 1; line <= behind; line += 1) {
    server.world.append(conversation, { sender: "user", content: `Line ${line}` });
  }
  server.world.linkSeconds = 5;
  await openConversation(conversation);
  await page.locator(".bubble", { hasText: behind === 0 ? "Files" : `Line ${behind}` }).waitFor();
  await new Promise((resolve) => setTimeout(resolve, 5_100));
  return conversation;
}

test("a file is downloaded, and a picture opened, after the links that came with them have ended", async () => {
  const { page, server } = stage();
  await withEndedLinks(stage());
  server.world.linkSeconds = 3_600;
  const downloaded = page.waitForEvent("download");
  // At once, as a finger does: nothing tells before that the link will be used.
  await page.getByRole("link", { name: /contract.pdf/ }).dispatchEvent("click");
  expect(await (await downloaded).failure()).toBeNull();
  const opened = page.context().waitForEvent("page");
  await page.getByRole("link", { name: "Open image box.png" }).click();
  const picture = await opened;
  await picture.waitForLoadState();
  expect(await picture.locator("rect").count()).toBe(1);
});

test("a picture that comes into sight after its link has ended is shown by a new one", async () => {
  const { page, server } = stage();
  await withEndedLinks(stage(), 45);
  server.world.linkSeconds = 3_600;
  await page.locator(".bubble", { hasText: "Line 45" }).hover();
  const image = page.getByRole("img", { name: "Open image box.png" });
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, -600);
      return image.count();
    })
    .toBe(1);
  await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(600);
  expect(await page.getByText("cannot be shown").count()).toBe(0);
});

test("a picture that a new link does not show either says so, and is asked for no more", async () => {
  const { page, server } = stage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const { id } = await withEndedLinks(stage());
  server.world.linkSeconds = 0;
  await page.reload();
  await page.getByText("cannot be shown").waitFor();
  expect(asked.filter((path) => path === "/v1/attachments/0").length).toBeLessThanOrEqual(4);
  expect(asked.filter((path) => path === `/v1/conversations/${id}/messages`).length).toBeLessThanOrEqual(4);
});
