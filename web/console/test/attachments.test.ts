import { expect, test } from "vitest";
import { hold, useStage } from "./console.ts";

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
