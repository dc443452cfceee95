import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, inject, onTestFinished, test } from "vitest";

import { onlyConversation, signIn } from "../harness/agent.ts";
import { expectComplaint } from "../harness/complaints.ts";
import { useFixture } from "../harness/fixture.ts";
import { startHost } from "../harness/host.ts";
import { hostPage, WidgetPage } from "../harness/page.ts";
import { createOrganization, root } from "../harness/server.ts";
import { watch } from "./hostile.ts";

const fixture = useFixture();

/** The code that is sent to browsers, file by file. */
function built(folder: string): readonly (readonly [file: string, code: string])[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:js|html)$/u.test(file))
    .map((file) => [join(folder, file), readFileSync(join(root, folder, file), "utf8")] as const);
}

/** Whatever turns a text into markup or code. */
const sinks: readonly RegExp[] = [
  /\b(?:inner|outer)HTML\b/u,
  /\binsertAdjacentHTML\b/u,
  /\bdocument\.write(?:ln)?\b/u,
  /\b(?:setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment|DOMParser|srcdoc)\b/u,
  /(?<![\w.$])eval\(/u,
  /(?<![\w.$])(?:new )?Function\(/u,
  /\bset(?:Timeout|Interval)\(["'`]/u,
  /setAttribute\(["'`]on/u,
  /\bjavascript:/u,
];

test("S29: no HTML sink exists in the widget, the demo page or what of the console is ours", () => {
  const ours = [...built("web/widget/dist"), ...built("web/widget/lib"), ...built("web/demo/dist")];
  expect(ours.length).toBeGreaterThan(20);
  const found = ours.flatMap(([file, code]) =>
    sinks.filter((sink) => sink.test(code)).map((sink) => `${file}: ${sink.source}`),
  );
  expect(found).toEqual([]);
  // The console's bundle has React in it, which knows `innerHTML` for those who ask for it; our sources never do.
  const asked = sources("web/console/src").filter(([, code]) =>
    [...sinks, /dangerouslySetInnerHTML/u].some((sink) => sink.test(code.replaceAll(/^\s*\/\/.*$/gmu, ""))),
  );
  expect(asked.map(([file]) => file)).toEqual([]);
});

function sources(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/u.test(file) && !file.endsWith(".test.ts"))
    .map((file) => [file, readFileSync(join(root, folder, file), "utf8")] as const);
}

test("S13: nothing that is built posts a message to any origin, and the widget does not listen to its window", () => {
  const all = ["web/widget/dist", "web/widget/lib", "web/demo/dist", "web/console/dist"].flatMap(built);
  const loose = all.filter(([, code]) => /postMessage\([^;]{0,200}["'`]\*["'`]/u.test(code));
  expect(loose.map(([file]) => file)).toEqual([]);
  const listening = all.filter(([, code]) =>
    /(?:window|globalThis|self|[(;,{}]|^)\.?addEventListener\(["'`]message["'`]|(?:window|self)\.onmessage/u.test(
      code,
    ),
  );
  expect(listening.map(([file]) => file)).toEqual([]);
});

test("S13: what a foreign frame posts changes nothing, and the widget posts nothing to any frame", async () => {
  const { baseUrl, browser, host, organization } = fixture();
  const foreign = await startHost();
  onTestFinished(foreign.close);
  const messages = [
    "open",
    { type: "open" },
    { type: "send", content: "x" },
    { kind: "focus" },
    '{"type":"hello"}',
  ];
  const frame = foreign.serve({
    html: `<!doctype html><title>Frame</title><script>
      globalThis.heard = []; addEventListener("message", ({ data }) => heard.push(data));
      for (const one of ${JSON.stringify(messages)}) { parent.postMessage(one, "*"); }
    </script>`,
  });
  const tab = await browser.newPage();
  const after = `<script>let arrived = 0; addEventListener("message", () => { arrived += 1; });</script>
    <iframe src="${frame}"></iframe>`;
  await tab.goto(host.serve({ html: hostPage(baseUrl, organization, { after }) }));
  const visitor = new WidgetPage(tab);
  await visitor.called("onReady");
  await expect.poll(() => visitor.run("arrived")).toBe(messages.length);
  expect(await visitor.run("ChaskWidget.isOpen()")).toBe(false);
  await visitor.open();
  await visitor.send("Only to the server");
  await visitor.called("onMessageSent");
  expect(await tab.frames().at(1)?.evaluate("heard")).toEqual([]);
  expect(await visitor.run("arrived")).toBe(messages.length);
});

test("S29: with polluted prototypes and everything overridden the widget still chats, and nothing runs", async () => {
  const { baseUrl, browser, host } = fixture();
  const organization = await createOrganization(inject("data"), host.origin);
  const tab = await browser.newPage();
  const holds = await watch(tab);
  const before = `<script>
    for (const [name, value] of Object.entries({
      src: "https://evil.example/x.js", href: "javascript:taken()", onclick: "taken()", onerror: "taken()",
      innerHTML: "<img src=x onerror=taken()>", srcdoc: "<script>taken()<\\/script>", html: "<img src=x>",
      session: "https://evil.example/", en: "https://evil.example/", apiKey: "other", baseUrl: "https://evil.example",
      primaryColor: "red;}*{display:none}", name: "<img src=x onerror=taken()>", template: "<svg onload=taken()>",
    })) {
      Object.defineProperty(Object.prototype, name, { value, writable: true, configurable: true, enumerable: false });
    }
    const truly = fetch;
    globalThis.fetch = (...asked) => truly(...asked);
    const parse = JSON.parse;
    JSON.parse = (text, reviver) => parse(text, reviver);
  </script>`;
  await tab.goto(host.serve({ html: hostPage(baseUrl, organization, { before }) }));
  const visitor = new WidgetPage(tab);
  await visitor.open();
  await visitor.send("Still here");
  await visitor.called("onMessageSent");
  const agent = await signIn(baseUrl, organization);
  await agent.reply((await onlyConversation(agent)).id, "<img src=x onerror=taken()> https://shop.example/");
  await visitor.called("onMessageReceived");
  await visitor.dialog.locator(".bubble", { hasText: "<img src=x" }).waitFor();
  expect(await holds()).toEqual([]);
});

test("S29: answers that a page makes up are text to the widget, or it stays away", async () => {
  const { baseUrl, browser, host, organization } = fixture();
  const tab = await browser.newPage();
  const holds = await watch(tab);
  const bad = "<img src=x onerror=taken()>";
  const settings = {
    organization: { id: organization.organizationId, name: bad },
    locales: ["en", bad],
    theme: { mode: bad, primaryColor: "red;}*{display:none}", position: bad },
    look: {
      offsetX: "0;}*{display:none}",
      launcher: bad,
      avatarUrl: 'https://shop.example/")}*{display:none}',
      texts: { en: { title: bad, greeting: bad, questions: [bad] } },
      openings: [{ from: bad, to: bad }],
    },
    features: { typing: true, readReceipts: true, reopen: true, rating: true },
    attachments: { enabled: true, accept: [bad], maxSize: 1, maxCount: 1 },
  };
  const before = `<script>
    globalThis.fetch = async () => new Response(JSON.stringify(${JSON.stringify(settings)}), { status: 200 });
  </script>`;
  await tab.goto(
    host.serve({
      html: hostPage(baseUrl, organization, {
        before: before.replaceAll("</", "<\\/").replace(/<\\\/script>\s*$/u, "</script>"),
      }),
    }),
  );
  const visitor = new WidgetPage(tab);
  await visitor.open();
  await visitor.dialog.getByText(bad).first().waitFor();
  expect(await holds()).toEqual([]);
});

test.each(["currentScript", "baseURI", "body", "documentElement", "ChaskWidget", "chask-widget"])(
  "S29: an element that is called %s brings no script from elsewhere: the widget works or stays away",
  async (name) => {
    // A page whose own elements hide the document's members may break; code of others never runs.
    expectComplaint(/^(?:Reference|Type)Error: (?!.*evil)/u);
    const { baseUrl, browser, host, organization } = fixture();
    const tab = await browser.newPage();
    const asked: string[] = [];
    tab.on("request", (request) => asked.push(request.url()));
    const holds = await watch(tab);
    const evil = "https://evil.example/widget.js";
    const before = `<form name="${name}" id="${name}" action="${evil}"></form><a id="${name}" name="${name}" href="${evil}">x</a>
      <object name="${name}" data="data:text/plain,"></object><img name="${name}" id="${name}" alt="" srcset="${host.origin}/nothing">`;
    await tab.goto(host.serve({ html: hostPage(baseUrl, organization, { before }) }));
    const visitor = new WidgetPage(tab);
    const works = await visitor.run(
      "typeof globalThis.ChaskWidget?.ready === 'function' && ChaskWidget.ready().then(() => true, () => false)",
    );
    if (works === true && (await visitor.launcher.isVisible())) {
      await visitor.launcher.click();
      await visitor.textBox.waitFor();
    }
    expect(asked.filter((url) => url.endsWith(".js") && !url.startsWith(baseUrl))).toEqual([]);
    expect(await holds()).toEqual([]);
  },
);
