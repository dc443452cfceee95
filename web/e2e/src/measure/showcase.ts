/**
 * Makes the pictures of the README and of the documentation anew, as the console and the widget look now. Run it after
 * `./chask build`, look at what has changed, and commit it: `npm run showcase -w @chask/e2e`.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { askedBefore } from "../harness/console.ts";
import { launchChromium } from "../../../../scripts/chromium.ts";
import { signIn } from "../harness/agent.ts";
import { text } from "../harness/json.ts";
import { furnish } from "../views/furnish.ts";
import { stories } from "../views/stories.ts";
import { go, wear } from "../views/view.ts";
import { root, type SeededServer, withSeededServer } from "./server.ts";

const documentation = join(root, "docs/public/images/console");
const papers = join(root, "docs/images");
const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 780 };

/** Puts pictures side by side into one of this size, and writes it as WebP. */
async function save(
  pen: Page,
  file: string,
  shots: readonly Buffer[],
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  const data = await pen.evaluate(
    async ({ images, width, height }) => {
      const canvas = document.createElement("canvas");
      Object.assign(canvas, { width, height });
      const brush = canvas.getContext("2d");
      for (const [place, source] of images.entries()) {
        const image = new Image();
        image.src = `data:image/png;base64,${source}`;
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        await image.decode();
        if (brush !== null) {
          brush.imageSmoothingQuality = "high";
          // A gap between two, which is transparent.
          const gap = place === 0 ? 0 : 20;
          const each = (width - (images.length - 1) * 20) / images.length;
          brush.drawImage(image, place * each + gap, 0, each, height);
        }
      }
      return canvas.toDataURL("image/webp", 0.85);
    },
    { images: shots.map((one) => one.toString("base64")), ...size },
  );
  await writeFile(file, Buffer.from(data.split(",")[1] ?? "", "base64"));
  console.log(file);
}

/** Small for the documentation; as it was taken for the README, which is in English. */
async function keep(pen: Page, name: string, locale: string, ...shots: readonly Buffer[]): Promise<void> {
  const phone = name === "phone";
  const file = `${name}-${locale.toLowerCase()}.webp`;
  const small = phone ? { width: 640, height: 620 } : { width: 960, height: 600 };
  await save(pen, join(documentation, file), shots, small);
  if (locale === "en") {
    await save(pen, join(papers, `${name}.webp`), shots, phone ? small : wide);
  }
}

async function shot(page: Page): Promise<Buffer> {
  await page.mouse.move(0, 0);
  return page.screenshot({ animations: "disabled", caret: "hide" });
}

async function inLanguage(desk: Page, pen: Page, locale: string, conversation: string): Promise<void> {
  const thread = `#/conversations/${conversation}`;
  await desk.setViewportSize(wide);
  await go(desk, thread);
  await wear(desk, { locale, scheme: "light" });
  await desk.locator(".thread .note").waitFor();
  await keep(pen, "conversation", locale, await shot(desk));
  await desk.keyboard.press("Control+k");
  await desk.locator(".palette-option").first().waitFor();
  await keep(pen, "palette", locale, await shot(desk));
  await desk.keyboard.press("Escape");
  await desk.locator(".palette").waitFor({ state: "detached" });
  await wear(desk, { locale, scheme: "dark" });
  await keep(pen, "dark", locale, await shot(desk));
  await wear(desk, { locale, scheme: "light" });
  await go(desk, "#/reports");
  await desk.locator(".report-card").first().waitFor();
  await keep(pen, "reports", locale, await shot(desk));
  await go(desk, "#/settings/widget");
  await desk.frameLocator("iframe").getByRole("textbox").waitFor();
  await keep(pen, "widget", locale, await shot(desk));
  await desk.setViewportSize(narrow);
  await go(desk, "#/");
  const phones = [await shot(desk)];
  await go(desk, thread);
  await desk.locator(".thread .note").waitFor();
  await keep(pen, "phone", locale, ...phones, await shot(desk));
}

async function enter(
  browser: Browser,
  baseUrl: string,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Page> {
  const context = await browser.newContext({ viewport: wide, locale: "en" });
  await askedBefore(context);
  const desk = await context.newPage();
  await desk.goto(`${baseUrl}/console/`);
  await desk.locator("input[name=email]").fill(email);
  await desk.locator("input[name=password]").fill(password);
  await desk.locator("button[type=submit]").click();
  await desk.locator(".inbox-list").waitFor();
  return desk;
}

/** Signed in, and looking at the console in the languages of the stories. */
async function photograph(browser: Browser, pen: Page, server: SeededServer): Promise<void> {
  const { baseUrl, organization } = server;
  const { conversations } = await furnish(baseUrl, organization, baseUrl, [...stories].toReversed());
  const desk = await enter(browser, baseUrl, organization);
  for (const { locale } of stories) {
    // oxlint-disable-next-line no-await-in-loop -- one language after the other
    await inLanguage(desk, pen, locale, conversations.get(locale) ?? "");
  }
}

/** An open chat on the demo page, with an answer. */
async function widget(browser: Browser, pen: Page, { baseUrl, addAgent }: SeededServer): Promise<void> {
  const config: unknown = await (await fetch(`${baseUrl}/demo/config.json`)).json();
  const ana = await addAgent(text(config, "organizationId"), "Ana Núñez");
  // At her desk, so that the window says that somebody is there.
  await enter(browser, baseUrl, ana);
  const agent = await signIn(baseUrl, ana);
  const viewport = { width: 1280, height: 800 };
  const page = await (await browser.newContext({ viewport, locale: "en" })).newPage();
  await page.goto(`${baseUrl}/demo/`);
  await page.getByRole("button", { name: "Open chat" }).click();
  const dialog = page.locator("chask-widget").getByRole("dialog");
  const say = async (words: string): Promise<void> => {
    await dialog.getByRole("textbox").fill(words);
    await dialog.getByRole("button", { name: "Send" }).click();
  };
  await say("Do you ship the Nido armchair to Portugal?");
  await page.locator(".log li", { hasText: "onMessageSent" }).first().waitFor();
  const id = text((await agent.conversations())[0], "id");
  await agent.reply(id, "We do: it takes four working days to Lisbon. Shall I set one aside for you?");
  await dialog.getByText("Shall I set one aside for you?").waitFor();
  await say("Yes please, in this green.");
  await page.locator(".log li", { hasText: "onMessageSent" }).nth(1).waitFor();
  await agent.reply(id, "Done. It is in your basket until tomorrow evening.");
  await dialog.getByText("It is in your basket").waitFor();
  await save(pen, join(papers, "chat.webp"), [await shot(page)], viewport);
}

await mkdir(documentation, { recursive: true });
await withSeededServer("Northwind Outfitters", 400, async (server) => {
  const browser = await launchChromium();
  try {
    const pen = await browser.newPage();
    await photograph(browser, pen, server);
    await widget(browser, pen, server);
  } finally {
    await browser.close();
  }
});
