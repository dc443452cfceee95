import { expect, test } from "vitest";
import { box, called, calls, dialog, open, run, send, useWorld } from "./harness.ts";

const world = useWorld();
const old = "018f3c5e-7a10-7c3e-9b1a-0c6f5d2e4a01";
const key = "chask:018f3c5e-0000-7aaa-8bbb-000000000001:pk_test";

const file = (name: string, size = 2048) => ({
  name,
  mimeType: "application/pdf",
  buffer: Buffer.alloc(size, "x"),
});

test("a visitor writes, is answered, and sees how far the message has come", async () => {
  const { page, faults } = await world.visit();
  await open(page);
  await box(page).fill("One line");
  await box(page).press("Shift+Enter");
  await box(page).pressSequentially("and another");
  await box(page).press("Enter");
  await called(page, "onMessageSent");
  expect(await calls(page, "onMessageSent")).toMatchObject([
    { content: "One line\nand another", status: "sent" },
  ]);
  expect(await box(page).inputValue()).toBe("");
  const { conversations } = world.model;
  conversations.mark(conversations.newest, 1, 0);
  await dialog(page).getByText("Delivered").waitFor();
  conversations.mark(conversations.newest, 1, 1);
  await dialog(page).getByText("Read", { exact: true }).waitFor();
  conversations.typing(conversations.newest, true);
  await page.locator("chask-widget [aria-live]").getByText("Lucía Herrera is typing").waitFor();
  conversations.reply(conversations.newest, "Of course");
  await page.locator("chask-widget [aria-live=polite]").getByText("Lucía Herrera: Of course").waitFor();
  await dialog(page).locator(".bubble").getByText("Of course").waitFor();
  expect(faults).toEqual([]);
});

test("the keys of an input method neither send nor close, also when they are told after its end", async () => {
  const { page } = await world.visit();
  await open(page);
  await box(page).fill("半分");
  const taken = { keyCode: 229, bubbles: true, composed: true };
  await box(page).dispatchEvent("keydown", { ...taken, key: "Enter" });
  await box(page).dispatchEvent("keydown", { ...taken, key: "Escape" });
  expect(await box(page).inputValue()).toBe("半分");
  expect(await dialog(page).isVisible()).toBe(true);
  expect(await calls(page, "onMessageSent")).toEqual([]);
});

test("text is text, and only safe addresses become links", async () => {
  const { page } = await world.visit();
  await open(page);
  await send(
    page,
    `<img src=x onerror="document.title='broken'"> javascript:alert(1) https://a.example/x?y=1. me@a.example`,
  );
  await called(page, "onMessageSent");
  const bubble = dialog(page).locator(".bubble");
  expect(await bubble.textContent()).toContain("<img src=x onerror=");
  expect(await bubble.locator("img").count()).toBe(0);
  const links = bubble.locator("a");
  expect(await links.evaluateAll((all) => all.map((one) => one.getAttribute("href")))).toEqual([
    "https://a.example/x?y=1",
    "mailto:me@a.example",
  ]);
  expect(await links.first().getAttribute("rel")).toContain("noopener");
  expect(await page.title()).toBe("Host page");
});

test("the keyboard alone opens the chat, closes it by Escape, and focus comes back", async () => {
  const { page } = await world.visit();
  const launcher = page.getByRole("button", { name: "Open chat" });
  await launcher.focus();
  await page.keyboard.press("Enter");
  await box(page).waitFor();
  await page.waitForFunction(
    "document.querySelector('chask-widget').shadowRoot.activeElement?.tagName === 'TEXTAREA'",
  );
  expect(await dialog(page).getAttribute("aria-label")).toBe("Tienda Aurora");
  await page.keyboard.press("Escape");
  await called(page, "onClose");
  expect(
    await launcher.evaluate((node) => node.getRootNode() instanceof ShadowRoot && node.matches(":focus")),
  ).toBe(true);
  await page.getByLabel("Search").focus();
  await run(page, "ChaskWidget.open()");
  await called(page, "onOpen", 2);
  expect(await page.getByLabel("Search").evaluate((node) => node.matches(":focus"))).toBe(true);
});

test("a message that arrives while the window is closed is counted, announced, and read when it is opened", async () => {
  const { page } = await world.visit();
  await open(page);
  await send(page, "Anybody?");
  await called(page, "onMessageSent");
  await run(page, "ChaskWidget.close()");
  const { conversations } = world.model;
  conversations.reply(conversations.newest, "Yes");
  await page.getByRole("button", { name: "Open chat (1)" }).waitFor();
  await page.locator("chask-widget [aria-live=polite]").getByText("Lucía Herrera: Yes").waitFor();
  expect(await run(page, "ChaskWidget.getUnreadCount()")).toBe(1);
  await open(page);
  await page.getByRole("button", { name: "Open chat", exact: true }).waitFor();
  expect(await calls(page, "onMessageReceived")).toHaveLength(1);
});

test("the end of the conversation stays in sight while messages come, and a place scrolled to stays too", async () => {
  const { page } = await world.visit();
  await open(page);
  const thread = dialog(page).locator(".thread");
  const fromEnd = () =>
    thread.evaluate((node) => Math.round(node.scrollHeight - node.scrollTop - node.clientHeight));
  await send(page, "Line\n".repeat(60));
  await called(page, "onMessageSent");
  await expect.poll(fromEnd).toBe(0);
  world.model.conversations.reply(world.model.conversations.newest, "Answer");
  await dialog(page).getByText("Answer").waitFor();
  await expect.poll(fromEnd).toBe(0);
  await thread.evaluate((node) => node.scrollTo(0, 300));
  world.model.conversations.reply(world.model.conversations.newest, "Further answer");
  await dialog(page).getByRole("button", { name: "New messages ↓" }).waitFor();
  expect(await thread.evaluate((node) => node.scrollTop)).toBe(300);
});

test("older messages come when scrolling up, and what is in sight stays where it is", async () => {
  for (let index = 1; index <= 120; index++) {
    world.model.conversations.add(old, { content: `Message ${index}` });
  }
  const { page } = await world.visit({ config: "autoStart: false," });
  await run(
    page,
    `localStorage.setItem("${key}", JSON.stringify({ token: "o.secret" })); ChaskWidget.start()`,
  );
  await called(page, "onReady");
  await open(page);
  await dialog(page).getByText("Message 120", { exact: true }).waitFor();
  const mark = dialog(page).getByText("Message 75", { exact: true });
  await dialog(page)
    .locator(".thread")
    .evaluate((node) => node.scrollTo(0, 150));
  const before = await mark.boundingBox();
  await dialog(page).getByText("Message 30", { exact: true }).waitFor({ state: "attached" });
  const after = await mark.boundingBox();
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(2);
  world.model.conversations.reply(old, "Something new");
  await dialog(page).getByRole("button", { name: "New messages" }).click();
  await dialog(page).getByText("Something new").waitFor();
  await called(page, "onMessageReceived");
  expect(await calls(page, "onMessageReceived")).toHaveLength(1);
});

test("the language changes in place: words, names, and the draft stays", async () => {
  const { page } = await world.visit({ locale: "pt-PT" });
  await page.getByRole("button", { name: "Abrir chat" }).click();
  await box(page).fill("Rascunho");
  expect(await dialog(page).getByRole("button", { name: "Enviar" }).count()).toBe(1);
  await run(page, "ChaskWidget.setLocale('en')");
  await dialog(page).getByRole("button", { name: "Send" }).waitFor();
  expect(await box(page).inputValue()).toBe("Rascunho");
  await page.getByRole("button", { name: "Open chat" }).waitFor();
});

test("a colour too pale for the surface is darkened where it stands alone, in each theme", async () => {
  const { page } = await world.visit({ config: "theme: { primaryColor: '#ff0' }," });
  await open(page);
  const outline = () =>
    dialog(page)
      .locator(".composer")
      .evaluate((node) => getComputedStyle(node).outlineColor);
  expect(await outline()).toMatch(/^rgb\(1\d\d, 1\d\d, 0\)$/u);
  await page.emulateMedia({ colorScheme: "dark" });
  // The page hears of it a moment later.
  await expect.poll(outline).toBe("rgb(255, 255, 0)");
});

test("files the organization or the page does not allow are not uploaded, and the visitor is told why", async () => {
  const { page } = await world.visit({
    config: `attachments: { accept: ["application/pdf", "text/html"], maxSize: 100, maxCount: 2 },`,
  });
  await open(page);
  const chooser = dialog(page).locator("input[type=file]");
  expect(await chooser.getAttribute("accept")).toBe("application/pdf");
  await chooser.setInputFiles([file("large.pdf", 101), file("fits.pdf", 100), file("third.pdf", 1)]);
  await dialog(page).getByText("This file is too large.").waitFor();
  await dialog(page).getByText("Too many files for one message.").waitFor();
  await page.waitForFunction("log.some(([, data]) => data?.type === 'attachment_uploaded')");
  expect(world.model.requests.filter((path) => path === "/v1/widget/attachments")).toHaveLength(2);
  expect(await calls(page, "onError")).toMatchObject([
    { code: "SEND_ERROR", message: "This file is too large.", details: { reason: "FILE_TOO_LARGE" } },
  ]);
  await dialog(page).getByRole("button", { name: "Remove large.pdf" }).click();
  expect(await dialog(page).getByText("Too many files for one message.").count()).toBe(0);
});

test("a page cannot switch on the files that the organization has switched off", async () => {
  world.model.settings = { attachments: { enabled: false, accept: ["image/*"], maxSize: 100, maxCount: 1 } };
  const { page } = await world.visit({ config: "attachments: { enabled: true, accept: ['image/*'] }," });
  await open(page);
  expect(await dialog(page).getByRole("button", { name: "Attach a file" }).count()).toBe(0);
  const refused = `ChaskWidget.uploadFile(new File(["x"], "x.png", { type: "image/png" })).catch(({ details }) => details.reason)`;
  expect(await page.evaluate(refused)).toBe("ATTACHMENTS_DISABLED");
});

test("files are uploaded when chosen, can be removed, and go out with the message", async () => {
  const { page } = await world.visit();
  await open(page);
  await dialog(page)
    .locator("input[type=file]")
    .setInputFiles([file("one.pdf"), file("two.pdf")]);
  await dialog(page).getByRole("button", { name: "Remove one.pdf" }).click();
  await page.waitForFunction(
    "log.some(([name, data]) => name === 'onAnalyticsEvent' && data.type === 'attachment_uploaded')",
  );
  await dialog(page).getByRole("button", { name: "Send" }).click();
  await called(page, "onMessageSent");
  expect(await calls(page, "onMessageSent")).toMatchObject([
    { content: "", attachments: [{ name: "two.pdf" }] },
  ]);
  await dialog(page).getByRole("link", { name: "two.pdf" }).waitFor();
});

test("a new conversation is one press away, and the list leads back", async () => {
  world.model.conversations.add(old, { content: "From last week" });
  const { page } = await world.visit({ config: "autoStart: false," });
  await run(
    page,
    `localStorage.setItem("${key}", JSON.stringify({ token: "o.secret" })); ChaskWidget.start()`,
  );
  await called(page, "onReady");
  await open(page);
  await dialog(page).getByText("From last week").waitFor();
  await dialog(page).getByRole("button", { name: "All conversations" }).click();
  await dialog(page).getByRole("button", { name: "New conversation" }).click();
  await send(page, "A new matter");
  await called(page, "onMessageSent");
  await dialog(page).getByRole("button", { name: "All conversations" }).click();
  await dialog(page).locator(".entry").nth(1).waitFor();
  await dialog(page)
    .getByRole("button", { name: /From last week/u })
    .click();
  await dialog(page).locator(".bubble").getByText("From last week").waitFor();
  expect(await dialog(page).locator(".bubble").count()).toBe(1);
});

test("on a phone the window fills the screen and text boxes do not make the page zoom", async () => {
  const { page } = await world.visit({
    viewport: { width: 390, height: 780 },
    hasTouch: true,
    isMobile: true,
    reducedMotion: "reduce",
  });
  await open(page);
  const size = await dialog(page).boundingBox();
  expect(Object.values(size ?? {}).map(Math.round)).toEqual([0, 0, 390, 780]);
  expect(await box(page).evaluate((node) => getComputedStyle(node).fontSize)).toBe("16px");
  const small = await dialog(page)
    .getByRole("button")
    .evaluateAll((all) => all.filter((one) => one.clientWidth < 24 || one.clientHeight < 24).length);
  expect(small).toBe(0);
});
