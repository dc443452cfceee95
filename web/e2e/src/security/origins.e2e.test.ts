import { expect, inject, onTestFinished, test } from "vitest";

import { complaints, expectComplaint } from "../harness/complaints.ts";
import { signInToConsole } from "../harness/console.ts";
import { useFixture, visit } from "../harness/fixture.ts";
import { type Host, startHost } from "../harness/host.ts";
import { createOrganization } from "../harness/server.ts";

const fixture = useFixture();

/** A website that the organization does not know: the same machine and site, another port. */
async function foreignHost(): Promise<Host> {
  const host = await startHost();
  onTestFinished(host.close);
  return host;
}

/** The same under a name that only looks like an allowed one: the demo's organization allows `localhost` on any port. */
function lookalike(address: string): string {
  return address.replace("127.0.0.1", "localhost.evil.localhost");
}

const empty = "<!doctype html><title>Empty</title><body>";

test("S10: only a page of an allowed origin opens the stream; a look-alike, a sandbox and no ticket do not", async () => {
  const { baseUrl, browser, host } = fixture();
  const foreign = await foreignHost();
  const address = `${baseUrl.replace("http", "ws")}/v1/stream`;
  const attempt = `new Promise((done) => {
    const socket = new WebSocket("${address}", "chask.v1");
    socket.onopen = () => { done("open"); socket.close(); };
    socket.onerror = () => done("refused");
  })`;
  const tab = await browser.newPage();
  await tab.goto(host.serve({ html: empty }));
  expect(await tab.evaluate(attempt)).toBe("open");
  await tab.goto(lookalike(foreign.serve({ html: empty })));
  expect(await tab.evaluate(attempt)).toBe("refused");
  // A sandboxed page has the origin `null`.
  await tab.goto(
    host.serve({ html: empty, headers: { "Content-Security-Policy": "sandbox allow-scripts" } }),
  );
  expect(await tab.evaluate("origin")).toBe("null");
  expect(await tab.evaluate(attempt)).toBe("refused");
  // The console's own page gets a socket, and on it nothing without a ticket: a used one opens no second stream.
  await tab.goto(`${baseUrl}/docs/`);
  const greeting = `new Promise((done) => {
    const socket = new WebSocket("${address}", "chask.v1");
    socket.onopen = () => socket.send(JSON.stringify({ type: "hello", v: 1, token: "guessed", client: "test/1" }));
    socket.onclose = ({ code }) => done(code);
  })`;
  expect(await tab.evaluate(greeting)).toBeGreaterThanOrEqual(4000);
});

test("S27: the console's cookie is out of reach of scripts, and a foreign page that has it sent is refused", async () => {
  expectComplaint(/blocked by CORS policy/u);
  const { baseUrl, host } = fixture();
  const organization = await createOrganization(inject("data"), host.origin);
  const visitor = await visit(fixture(), { organization });
  await visitor.open();
  await visitor.send("Hello");
  await visitor.called("onMessageSent");
  const desk = await signInToConsole(fixture(), organization);
  const [cookie] = await desk.context().cookies();
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Strict" });
  expect(await desk.evaluate("document.cookie")).toBe("");
  await desk.getByRole("link", { name: /Hello/u }).click();
  await desk.locator(".bubble").waitFor();
  const conversation = new URL(desk.url()).hash.replace("#/conversations/", "");

  // Another port of the same host is the same site: the browser sends the cookie along, and only the header is missing.
  const foreign = await foreignHost();
  const tab = await desk.context().newPage();
  const forged = `<form method="post" enctype="text/plain" action="${baseUrl}/v1/conversations/${conversation}/messages">
    <input name='{"content":"forged' value='"}'></form>`;
  await tab.goto(foreign.serve({ html: empty + forged }));
  const answered = tab.waitForResponse((response) => response.url().includes("/messages"));
  await tab.evaluate("document.forms[0].submit()");
  const answer = await answered;
  expect(await answer.request().headerValue("Cookie")).toContain(cookie?.value);
  expect(answer.status()).toBe(403);
  await tab.waitForURL(/\/messages$/u);
  await tab.goto(foreign.serve({ html: empty }));
  // With the header it is no simple request any more, and the preflight allows nothing.
  const withHeader = `fetch("${baseUrl}/v1/conversations/${conversation}/messages", {
    method: "POST", credentials: "include", body: "{}", headers: { "X-Chask-Console": "1" },
  }).then(() => "sent", () => "stopped")`;
  expect(await tab.evaluate(withHeader)).toBe("stopped");
  expect(await desk.locator(".bubble").count()).toBe(1);
});

test.each(["/console/", "/demo/", "/docs/"])("S31: no page of another origin may frame %s", async (path) => {
  expectComplaint(/frame-ancestors/u);
  const { baseUrl, browser, host } = fixture();
  const tab = await browser.newPage();
  await tab.goto(host.serve({ html: `${empty}<iframe src="${baseUrl}${path}"></iframe>` }));
  await expect.poll(() => tab.frames().at(1)?.url()).toBe("chrome-error://chromewebdata/");
  await expect.poll(() => complaints().join("\n")).toContain("frame-ancestors 'none'");
});
