import { readFile } from "node:fs/promises";

import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";

import { onlyConversation, signIn } from "../harness/agent.ts";
import { signInToConsole } from "../harness/console.ts";
import { useFixture, visit } from "../harness/fixture.ts";
import type { WidgetPage } from "../harness/page.ts";
import { createOrganization } from "../harness/server.ts";

const fixture = useFixture();

/** A visitor's conversation on the desk of an agent. */
async function begun(words: string): Promise<{ readonly desk: Page; readonly visitor: WidgetPage }> {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const desk = await signInToConsole(fixture(), organization);
  const visitor = await visit(fixture(), {
    organization,
    after: "<script>ChaskWidget.on('ratingSubmitted', record('rating'))</script>",
  });
  await visitor.open();
  await visitor.send(words);
  await desk.getByRole("link", { name: new RegExp(words, "u") }).click();
  await desk.locator(".bubble", { hasText: words }).waitFor();
  return { desk, visitor };
}

async function answer(desk: Page): Promise<void> {
  await desk.getByRole("textbox", { name: /^Reply/u }).fill("On Friday.");
  await desk.keyboard.press("Enter");
  await desk.locator(".bubble", { hasText: "On Friday." }).waitFor();
}

async function resolve(desk: Page): Promise<void> {
  await desk.getByRole("button", { name: "Resolve", exact: true }).click();
  await desk.getByText("resolved the conversation").first().waitFor();
}

async function rate({ dialog }: WidgetPage, score: string, comment: string): Promise<void> {
  await dialog.getByRole("radio", { name: score, exact: true }).check();
  await dialog.getByRole("textbox", { name: /^Would you like to add/u }).fill(comment);
  await dialog.getByRole("button", { name: "Send rating" }).click();
  await dialog.getByRole("status").getByText("Thank you for your rating").waitFor();
}

/** The lines of a card's file. */
async function fileOf(desk: Page, title: string): Promise<readonly string[]> {
  const coming = desk.waitForEvent("download");
  await desk.getByRole("button", { name: `Download “${title}” as CSV` }).click();
  return (await readFile(await (await coming).path(), "utf8")).trimEnd().split("\r\n");
}

/** The reports of a week, once everything is counted: the server does so beside its work. */
async function reports(desk: Page): Promise<void> {
  await desk.goto(`${fixture().baseUrl}/console/#/reports/7`);
  await expect
    .poll(
      async () => {
        await desk.reload();
        await desk.locator(".report-card").nth(6).waitFor();
        const tiles = await desk.locator(".report-tile strong").allInnerTexts();
        return [...(await desk.locator(".funnel-figure strong").allInnerTexts()), ...tiles.slice(0, 2)];
      },
      { timeout: 30_000 },
    )
    .toEqual(["1", "1", "1", "1", "1"]);
}

test("what visitors and agents did, and how content they were, is in the reports and in their files, once", async () => {
  const { desk, visitor } = await begun("When does it arrive");
  await answer(desk);
  await visitor.dialog.locator(".bubble", { hasText: "On Friday." }).waitFor();
  expect(await visitor.dialog.getByRole("radio").count()).toBe(0);
  await resolve(desk);
  await rate(visitor, "Okay", "");
  await visitor.dialog.getByRole("button", { name: "Change" }).click();
  await rate(visitor, "Very good", "Quick, and friendly");
  await desk.getByText("The visitor rated the conversation: 5 of 5").waitFor();
  await desk.locator(".work-event-words", { hasText: "Quick, and friendly" }).waitFor();
  expect((await visitor.calls("rating")).map(({ argument }) => argument)).toEqual([
    { score: 3 },
    { score: 5, comment: "Quick, and friendly" },
  ]);
  await reports(desk);
  await expect.poll(() => desk.locator(".report-tile strong").last().innerText()).toBe("100%");
  await desk.locator(".said", { hasText: "Quick, and friendly" }).waitFor();
  const conversations = await fileOf(desk, "Conversations");
  // Marked, so that spreadsheets read every letter.
  expect(conversations[0]).toBe("\uFEFFday,opened,resolved");
  expect(conversations).toHaveLength(8);
  // Today, unless it has become another day meanwhile.
  expect(conversations.filter((line) => /^\d{4}-\d\d-\d\d,1,1$/u.test(line))).toHaveLength(1);
  const satisfaction = await fileOf(desk, "Satisfaction");
  expect(satisfaction[0]).toBe(
    "\uFEFFday,ratings,satisfied_share,average,score_1,score_2,score_3,score_4,score_5",
  );
  expect(satisfaction.filter((line) => /^\d{4}-\d\d-\d\d,1,1,5,0,0,0,0,1$/u.test(line))).toHaveLength(1);
});

test("a rating is kept through a reload, and asked for anew when a conversation is resolved again", async () => {
  const { desk, visitor } = await begun("Is it open on Sunday");
  await resolve(desk);
  // Who uses the keyboard only gets there, chooses by arrows and sends by Enter.
  await visitor.dialog.getByRole("radio", { name: "Very bad", exact: true }).focus();
  await visitor.page.keyboard.press("Space");
  await visitor.page.keyboard.press("ArrowRight");
  await visitor.page.keyboard.press("Enter");
  await visitor.dialog.getByRole("status").getByText("Thank you for your rating").waitFor();
  await visitor.page.reload();
  await visitor.open();
  await visitor.dialog.locator(".rating").getByText("Bad", { exact: true }).waitFor();
  await visitor.send("And on Monday?");
  await visitor.dialog.locator(".rating").waitFor({ state: "detached" });
  await desk.locator(".bubble", { hasText: "And on Monday?" }).waitFor();
  await resolve(desk);
  await visitor.dialog.getByRole("radio", { name: "Good", exact: true }).waitFor();
  expect(await visitor.dialog.getByRole("radio", { checked: true }).count()).toBe(0);
});

test("S28: names, tags and words that begin as a formula stay text in every exported cell", async () => {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const visitor = await visit(fixture(), { organization });
  await visitor.run(`ChaskWidget.updateUser({ name: '=HYPERLINK("https://evil.example","Ada")' })`);
  await visitor.open();
  await visitor.send("Hello");
  await visitor.called("onMessageSent");
  const desk = await signInToConsole(fixture(), organization);
  const agent = await signIn(fixture().baseUrl, organization);
  const { id } = await onlyConversation(agent);
  await desk.goto(`${fixture().baseUrl}/console/#/conversations/${id}`);
  await desk.locator(".bubble", { hasText: "Hello" }).waitFor();
  await desk.evaluate(
    async ([path]) => {
      await fetch(`${path}/tags`, {
        method: "PATCH",
        headers: { "Content-Type": "application/json", "X-Chask-Console": "1" },
        body: JSON.stringify({ add: ["@SUM(1+1)"] }),
      });
    },
    [`/v1/conversations/${id}`],
  );
  await resolve(desk);
  await rate(visitor, "Bad", "-2+3+cmd|' /C calc'!A0\n=1+1");
  await reports(desk);
  const file = (await fileOf(desk, "What visitors said")).join("\r\n");
  expect(file).toContain(`"'-2+3+cmd|' /C calc'!A0\n=1+1"`);
  expect(file).toContain(`"'=HYPERLINK(""https://evil.example"",""Ada"")"`);
  expect(file).toContain(",'@SUM(1+1),");
  expect(file).not.toMatch(/(?:^|[,"])[=+\-@\t\r]/u);
});
