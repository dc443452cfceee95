import { expect, inject, test } from "vitest";

import { onlyConversation, signIn } from "../harness/agent.ts";
import { complaints, expectComplaint } from "../harness/complaints.ts";
import { useFixture } from "../harness/fixture.ts";
import { picture } from "../harness/upload.ts";
import { text } from "../harness/json.ts";
import { recorder, WidgetPage } from "../harness/page.ts";
import { createOrganization } from "../harness/server.ts";
import { Examples } from "./examples.ts";

const fixture = useFixture();
const examples = new Examples(fixture);

/** The whole policy of a page that allows nothing but what the example adds. */
function policyOf(file: string): string {
  const added = examples
    .read(file)
    .trim()
    .replace(/^.*?: /u, "");
  return `default-src 'none'; ${added}; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
}

/** The page of the example, with callbacks that the test can read. */
function page(nonce: boolean): string {
  const start = examples.read(nonce ? "start-nonce.html" : "start.html");
  const told = start.replace("apiKey:", "callbacks: recordAll,\n    apiKey:");
  const log = `<script nonce="rAnd0m">${recorder}</script>`;
  return `<!doctype html><html lang="en"><head><title>Strict</title></head><body>${log}${told}</body></html>`;
}

test.each([
  ["content-security-policy.http", false],
  ["content-security-policy-nonce.http", true],
] as const)(
  "under default-src 'none' and what %s adds, the widget chats, uploads and shows images",
  async (file, nonce) => {
    const { baseUrl, browser, host } = fixture();
    const organization = await createOrganization(inject("data"), host.origin);
    const context = await browser.newContext({ locale: "en-US" });
    const tab = await context.newPage();
    // Without a nonce the page's own inline scripts would need a permission that is not the widget's business.
    const own = nonce ? policyOf(file) : policyOf(file).replace("script-src", "script-src 'nonce-rAnd0m'");
    const html = page(nonce)
      .replaceAll(fixture().organization.apiKey, organization.apiKey)
      .replaceAll(fixture().organization.organizationId, organization.organizationId)
      .replaceAll("<script>", '<script nonce="rAnd0m">');
    await tab.goto(host.serve({ html, headers: { "Content-Security-Policy": own } }));
    const visitor = new WidgetPage(tab);
    await visitor.open();
    await visitor.send("Strict enough?");
    await visitor.called("onMessageSent");
    const [chooser] = await Promise.all([
      tab.waitForEvent("filechooser"),
      visitor.dialog.getByRole("button", { name: "Attach a file" }).click(),
    ]);
    await chooser.setFiles({ name: "lamp.png", mimeType: "image/png", buffer: picture });
    await visitor.dialog.locator(".chip img").waitFor();
    await visitor.tracked("attachment_uploaded");
    await visitor.send("This one");
    await visitor.called("onMessageSent", 2);

    const agent = await signIn(baseUrl, organization);
    const file1 = text(await agent.upload({ name: "shelf.png", type: "image/png", bytes: picture }), "id");
    const { id } = await onlyConversation(agent);
    await agent.reply(id, "And this one", [file1]);
    await visitor.called("onMessageReceived");
    const images = visitor.dialog.locator(".bubble img");
    await expect
      .poll(() => images.evaluateAll((all) => all.map((one) => Reflect.get(one, "naturalWidth"))))
      .toEqual([1, 1]);
    expect(complaints()).toEqual([]);
  },
);

test("a page that breaks its policy is heard, or silence in all other tests would prove nothing", async () => {
  const { browser, host } = fixture();
  expectComplaint(/./u);
  const tab = await browser.newPage();
  const policy = "default-src 'none'; script-src 'nonce-rAnd0m'; require-trusted-types-for 'script'";
  const html = `<!doctype html><title>Loose</title><body><img src="/x.png">
    <script nonce="rAnd0m">try { document.body.innerHTML = "<b>text</b>"; } catch {} console.error("own words")</script>`;
  await tab.goto(host.serve({ html, headers: { "Content-Security-Policy": policy } }));
  await expect
    .poll(() => complaints().join("\n"))
    .toMatch(/own words[\s\S]*img-src|img-src[\s\S]*own words/u);
  await expect.poll(() => complaints().join("\n")).toMatch(/\[policy\] enforce require-trusted-types-for/u);
});

test.each([
  ["", "callback"],
  ["es/", "mensaje"],
  ["pt-br/", "mensagem"],
])("the search of /docs/%s finds %s under the policy of the server", async (folder, words) => {
  const tab = await fixture().browser.newPage({ locale: "en-US" });
  await tab.goto(`${fixture().baseUrl}/docs/${folder}`);
  await tab.locator("button[data-open-modal]").click();
  await tab.locator("#starlight__search input").fill(words);
  await tab.locator(".pagefind-ui__result-excerpt mark").first().waitFor();
  expect(complaints()).toEqual([]);
});

test("the documentation's pages refuse markup and scripts that are made of text", async () => {
  expectComplaint(/'default' policy failed to execute|require-trusted-types-for/u);
  const tab = await fixture().browser.newPage({ locale: "en-US" });
  await tab.goto(`${fixture().baseUrl}/docs/`);
  const refused = await tab.evaluate(() =>
    [
      () => (document.body.innerHTML = "<img src=x onerror=alert(1)>"),
      () => (document.body.innerHTML = "<mark onclick=alert(1)>x</mark>"),
      () => (document.createElement("script").src = "https://evil.example/x.js"),
      () => (document.createElement("script").src = "/docs/pagefind/../../v1/attachments/x"),
      () => document.write("<p>"),
    ].map((act) => {
      try {
        act();
        return "done";
      } catch (thrown) {
        return thrown instanceof Error ? thrown.name : "thrown";
      }
    }),
  );
  expect(refused).toEqual(Array.from({ length: 5 }, () => "TypeError"));
});
