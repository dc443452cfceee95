import { join } from "node:path";

import { expect, test } from "vitest";

import { useFixture } from "../harness/fixture.ts";
import { recorder, WidgetPage } from "../harness/page.ts";
import { root } from "../harness/server.ts";

const fixture = useFixture();

test("the npm package, served as the files it consists of, chats like the script", async () => {
  const { baseUrl, browser, host, organization } = fixture();
  const files = host.folder(join(root, "web", "widget", "lib"));
  const page = await browser.newPage({ locale: "en-US" });
  const faults: Error[] = [];
  page.on("pageerror", (fault) => faults.push(fault));
  await page.goto(
    host.serve({
      html: `<!doctype html><html lang="en"><head><title>Bundle</title><script>${recorder}</script></head><body>
        <script type="module">
        import { ChaskWidget } from "${files}/index.js";
        window.widget = ChaskWidget;
        window.instance = await ChaskWidget.init({
          apiKey: "${organization.apiKey}",
          organizationId: "${organization.organizationId}",
          baseUrl: "${baseUrl}",
          callbacks: recordAll,
        });
        </script></body></html>`,
    }),
  );
  const visitor = new WidgetPage(page);
  await visitor.called("onReady");
  await visitor.open();
  await visitor.called("onOpen");
  await visitor.send("From a bundle");
  expect(await visitor.called("onMessageSent")).toMatchObject({ content: "From a bundle", status: "sent" });
  expect(await visitor.run("[typeof ChaskWidget, widget === instance, widget.isOpen()]")).toEqual([
    "undefined",
    true,
    true,
  ]);
  await visitor.run("widget.destroy()");
  expect(await page.locator("chask-widget").count()).toBe(0);
  expect(faults).toEqual([]);
});
