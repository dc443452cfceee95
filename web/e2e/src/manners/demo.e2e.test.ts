import type { Locator, Page } from "playwright-core";
import { expect, inject, test } from "vitest";

import { seriousFindings } from "../../../../scripts/axe.ts";
import { type Agent, signIn } from "../harness/agent.ts";
import { useFixture } from "../harness/fixture.ts";
import { text } from "../harness/json.ts";
import { callbacks, WidgetPage } from "../harness/page.ts";
import { command } from "../harness/server.ts";

const fixture = useFixture();

interface Demo {
  readonly page: Page;
  readonly visitor: WidgetPage;
  readonly log: Locator;
  readonly faults: readonly Error[];
  readonly press: (method: string) => Promise<void>;
  /** Waits for the newest entry of that name, and gives its text. */
  readonly written: (name: string) => Promise<string>;
}

async function demo(locale = "en-US", colorScheme: "light" | "dark" = "light"): Promise<Demo> {
  const { baseUrl, browser } = fixture();
  const page = await (await browser.newContext({ locale, colorScheme })).newPage();
  const faults: Error[] = [];
  page.on("pageerror", (fault) => faults.push(fault));
  await page.goto(`${baseUrl}/demo`);
  const log = page.locator(".log");
  return {
    page,
    visitor: new WidgetPage(page),
    log,
    faults,
    press: (method) => page.getByRole("button", { name: method, exact: true }).click(),
    written: async (name) => {
      const entry = log.locator("li", { has: page.locator("b", { hasText: name }) }).first();
      await entry.waitFor();
      return entry.innerText();
    },
  };
}

/** An agent of the demo's organization, added beside the first one, whose password only the operator has seen. */
async function demoAgent(): Promise<Agent> {
  const { baseUrl } = fixture();
  const config: unknown = await (await fetch(`${baseUrl}/demo/config.json`)).json();
  const organizationId = text(config, "organizationId");
  const [email, password] = [`demo-${performance.now()}@example.com`, "correct horse of the demo"];
  const words = ["agent", "add", "--organization", organizationId, "--email", email, "--password", password];
  await command(inject("data"), ...words);
  return signIn(baseUrl, { email, password });
}

/** Where that was said: other pages of the server talk to the demo's organization too. */
async function conversationWith(agent: Agent, words: string): Promise<string> {
  const ids = (await agent.conversations()).map((one) => text(one, "id"));
  const said = await Promise.all(ids.map((id) => agent.messages(id)));
  const found = ids.filter((_, place) =>
    said[place]?.some((message) => JSON.stringify(message).includes(words)),
  );
  expect(found).toHaveLength(1);
  return found[0] ?? "";
}

test("the demo page logs every callback and every kind of analytics event", async () => {
  const { page, visitor, log, faults, press, written } = await demo();
  await written("onReady");
  await visitor.open();
  await visitor.send("Do you ship to Lisbon?");
  await written("onMessageSent");
  await press("updateUser()");
  await written("onUserUpdated");
  const chooser = page.locator(".methods input[type=file]");
  await chooser.setInputFiles({ name: "receipt.txt", mimeType: "text/plain", buffer: Buffer.from("paid") });
  await written("uploadFile()");
  await chooser.setInputFiles({ name: "page.html", mimeType: "text/html", buffer: Buffer.from("<p>") });
  await written("uploadFile() ✗");
  await written("onError");

  const agent = await demoAgent();
  await agent.reply(await conversationWith(agent, "Do you ship to Lisbon?"), "In two days.");
  await written("onMessageReceived");
  await press("close()");
  await written("onClose");
  const names = new Set(await log.locator("b").allInnerTexts());
  expect(callbacks.filter((name) => !names.has(name))).toEqual([]);
  const events = (await log.locator(".analytics pre").allInnerTexts()).map((entry) =>
    text(JSON.parse(entry), "type"),
  );
  expect(new Set(events)).toEqual(
    new Set([
      "widget_loaded",
      "widget_opened",
      "widget_closed",
      "message_sent",
      "message_received",
      "attachment_uploaded",
      "session_started",
      "error_occurred",
    ]),
  );
  expect(faults).toEqual([]);
});

test("the buttons of the demo page call the methods they name", async () => {
  const { page, visitor, faults, press, written } = await demo();
  await written("onReady");
  await press("isReady()");
  expect(await written("isReady()")).toContain("true");
  await press("ready()");
  await written("ready()");
  await press("on()");
  await press("open()");
  await visitor.textBox.waitFor();
  await written('on("open")');
  await press("isOpen()");
  expect(await written("isOpen()")).toContain("true");
  await press("off()");
  await press("toggle()");
  await written("onClose");
  await press('setLocale("pt-BR")');
  await written('setLocale("pt-BR")');
  await press("sendMessage()");
  expect(await written("sendMessage()")).toContain('"status": "sent"');
  await press("identify()");
  expect(await written("identify()")).toContain("Grace Hopper");
  await press("getState()");
  expect(await written("getState()")).toContain('"locale": "pt-BR"');
  await press("getUnreadCount()");
  expect(await written("getUnreadCount()")).toContain("0");
  await press("hide()");
  await visitor.launcher.waitFor({ state: "hidden" });
  await press("show()");
  await visitor.launcher.waitFor();
  await press("version");
  expect(await written("version")).toMatch(/\d+\.\d+\.\d+/u);
  await press("logout()");
  await written("logout()");
  await press("destroy()");
  expect(await page.locator("chask-widget").count()).toBe(0);
  await press("init()");
  await visitor.launcher.waitFor();
  expect(faults).toEqual([]);
});

const looks = [
  ["en-US", "en"],
  ["es-MX", "es"],
  ["pt-BR", "pt-BR"],
].flatMap(([locale = "", lang]) => (["light", "dark"] as const).map((scheme) => ({ locale, lang, scheme })));

test.for(looks)(
  "the demo page speaks the visitor's language and can be used by everybody: $locale, $scheme",
  async ({ locale, lang, scheme }) => {
    const { page, visitor, written } = await demo(locale, scheme);
    await written("onReady");
    expect(await page.locator("html").getAttribute("lang")).toBe(lang);
    expect(await seriousFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await visitor.run("document.documentElement.scrollWidth - innerWidth")).toBe(0);
  },
);
