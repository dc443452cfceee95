import { describe, expect, test } from "vitest";
import { seriousFindings } from "../../../scripts/axe.ts";
import { useStage, type Stage } from "./console.ts";

async function showConversation({ openConversation, server }: Stage): Promise<void> {
  const conversation = server.world.open(
    {
      name: "Grace Hopper",
      email: "grace@example.com",
      page: { url: "https://shop.example/a", title: "Shop" },
    },
    "Where is my order? https://shop.example/orders/1",
  );
  server.world.append(conversation, { content: "One moment please." });
  server.world.open({}, "Hello");
  await openConversation(conversation);
}

const looks = [
  { locale: "en-US", colorScheme: "light" },
  { locale: "es-BO", colorScheme: "dark" },
  { locale: "pt-BR", colorScheme: "light" },
  { locale: "pt-BR", colorScheme: "dark" },
] as const;

describe.each(looks)("in $locale, $colorScheme", (look) => {
  const stage = useStage(look);

  test("axe finds nothing serious in the sign-in", async () => {
    const { page, goto } = stage();
    await goto();
    await page.locator("input[name=email]").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  test("axe finds nothing serious in the list, a thread with its visitor, and the account's menu", async () => {
    const { page } = stage();
    await showConversation(stage());
    await page.getByRole("link", { name: "grace@example.com" }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.locator(".account-button").click();
    await page.locator(".account-menu").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  test("axe finds nothing serious in notes, tags, the filters, and what was found", async () => {
    const { page, server, openConversation } = stage();
    const conversation = server.world.open({ name: "Grace Hopper" }, "Where is my order?");
    conversation.assignee = { id: conversation.id, name: "Alan Turing" };
    conversation.tags = ["billing"];
    const timestamp = new Date().toISOString();
    const author = { id: conversation.id, name: "Alan Turing" };
    conversation.notes.push({
      id: conversation.id,
      author,
      afterSequence: 1,
      content: "Look",
      mentions: [],
      unseen: false,
      timestamp,
    });
    await openConversation(conversation);
    await page.locator(".note").waitFor();
    await page.keyboard.press("n");
    await page.locator(".composer.is-note").waitFor();
    await page.locator(".filter-button").click();
    await page.locator(".filter-menu").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.locator(".search-input").fill("order");
    await page.locator(".search-row mark").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  test("axe finds nothing serious in the canned replies, the emojis, and a reply that waits", async () => {
    const { page, server } = stage();
    const texts = { en: "Hello {{visitor.firstName|there}}", es: "Hola", "pt-BR": "Olá" };
    server.world.replies = [{ id: "018f3c5e-0000-7aaa-8bbb-000000000001", name: "Welcome", texts }];
    await page.addInitScript("localStorage['chask.console.preferences'] = '{}'");
    await showConversation(stage());
    const box = page.locator(".composer textarea");
    await box.click();
    await page.keyboard.type("/");
    await page.getByRole("option").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Emojis" }).click();
    await page.getByRole("grid").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await box.fill("One moment please.");
    await box.press("Enter");
    await page.locator(".held-line").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  test("axe finds nothing serious in the help", async () => {
    const { page, signIn } = stage();
    await signIn();
    await page.keyboard.press("?");
    // It has its name a moment after its content.
    await page.locator("[role=dialog][aria-labelledby]").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });
});

describe("on a phone", () => {
  const stage = useStage({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("list and thread take turns, by the way there and Back", async () => {
    const { page, signIn, server } = stage();
    server.world.open({ name: "Grace" }, "Hi");
    await signIn();
    await page.getByRole("link", { name: /Grace/ }).tap();
    await page.getByRole("textbox").waitFor();
    expect(await page.locator(".inbox").isVisible()).toBe(false);
    expect(await page.evaluate("document.activeElement.tagName")).toBe("MAIN");
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole("link", { name: "Back to the list" }).tap();
    await page.getByRole("link", { name: /Grace/ }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  test("nothing is wider than the screen, and the text box does not make it zoom", async () => {
    const { page, openConversation, server } = stage();
    await openConversation(
      server.world.open({ name: "Grace" }, `a${"b".repeat(400)} https://example.com/${"c".repeat(300)}`),
    );
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
    expect(
      await page
        .locator("textarea")
        .first()
        .evaluate((box) => getComputedStyle(box).fontSize),
    ).toBe("16px");
  });

  test("the visitor's data comes over the thread and goes by Escape", async () => {
    const { page } = stage();
    await showConversation(stage());
    await page.getByRole("button", { name: "Show visitor’s data" }).tap();
    await page.getByRole("dialog", { name: "Visitor" }).waitFor();
    await page.getByText("grace@example.com").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });
});

describe("between phone and desk", () => {
  const stage = useStage({ viewport: { width: 1100, height: 800 } });

  test("the visitor's column gives way to the thread at 1100 pixels", async () => {
    const { page } = stage();
    await showConversation(stage());
    expect(await page.locator("aside.visitor").count()).toBe(0);
    await page.setViewportSize({ width: 1101, height: 800 });
    await page.locator("aside.visitor").waitFor();
  });
});

describe.each(["en-US", "es-BO", "pt-BR"])("in the narrow list, in %s", (locale) => {
  const stage = useStage({ locale, viewport: { width: 820, height: 800 } });

  test("the views stand in one line, however high their counts, and the chosen one is in sight", async () => {
    const { page, signIn, server } = stage();
    server.world.open({ name: "Grace" }, "Hi");
    const counts = { mine: 120, unassigned: 120, open: 120, snoozed: 0, mentions: 0, unread: 1 };
    await page.route(/inbox\/counts/u, (route) => route.fulfill({ json: counts }));
    await signIn();
    await page.locator(".view-count").nth(2).waitFor();
    expect((await page.locator(".views").boundingBox())?.height).toBe(32);
    await page.locator(".view input:checked").press("ArrowRight");
    const last = page.locator(".view").last();
    expect(await last.locator("input").isChecked()).toBe(true);
    expect(await last.evaluate(isWhollySeen)).toBe(true);
  });
});

/// Runs in the page: nothing of the view is scrolled out of its line.
function isWhollySeen(view: Element): boolean {
  const line = view.parentElement?.getBoundingClientRect();
  const { left, right } = view.getBoundingClientRect();
  return line !== undefined && left >= line.left - 1 && right <= line.right + 1;
}
