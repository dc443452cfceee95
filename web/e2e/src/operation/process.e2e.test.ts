import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";

import { afterEach, expect, test } from "vitest";

import { signIn } from "../harness/agent.ts";
import { launchBrowser } from "../harness/browser.ts";
import { startHost } from "../harness/host.ts";
import { text } from "../harness/json.ts";
import { hostPage, WidgetPage } from "../harness/page.ts";
import { type ChaskServer, createOrganization, startServer, temporaryFolder } from "../harness/server.ts";

const started: ChaskServer[] = [];

async function start(...options: Parameters<typeof startServer>): Promise<ChaskServer> {
  const server = await startServer(...options);
  started.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.remove()));
});

/** PostgreSQL's own note, in its data folder, that it runs. */
async function postmasterFiles(data: string): Promise<readonly string[]> {
  const found = await readdir(data, { recursive: true });
  return found.filter((name) => name.endsWith("postmaster.pid")).map((name) => join(data, name));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("a first start prints where everything is and the first agent's sign-in, a second one does not repeat it", async () => {
  const first = await start();
  // The server answers a moment before it has told so.
  await expect.poll(first.output).toContain("shown only this once");
  for (const path of ["/demo", "/console/", "/docs/"]) {
    expect(first.output()).toContain(`${new URL(first.baseUrl).port}${path}`);
    expect((await fetch(first.baseUrl + path)).status).toBe(200);
  }
  const password = /[Pp]assword:?\s+(\S+)/u.exec(first.output())?.[1] ?? "";
  const email = /[\w.-]+@[\w.-]+/u.exec(first.output())?.[0] ?? "";
  const session = await fetch(`${first.baseUrl}/v1/sessions`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  expect(session.status).toBe(201);
  await first.stop();

  const second = await start({ data: first.data });
  await expect.poll(second.output).toContain("/docs/");
  await second.stop();
  expect(second.output()).not.toContain(password);
});

test.for([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s ends the server and its PostgreSQL, and leaves no lock behind", async ([signal, code]) => {
  const server = await start();
  const [lock, ...others] = await postmasterFiles(server.data);
  expect(others).toEqual([]);
  const postmaster = Number((await readFile(lock ?? "", "utf8")).split("\n")[0]);
  expect(isAlive(postmaster)).toBe(true);
  expect(await server.stop(signal)).toBeOneOf([0, code]);
  expect(await postmasterFiles(server.data)).toEqual([]);
  expect(isAlive(postmaster)).toBe(false);
});

test("a killed server leaves a data folder that starts again with everything acknowledged in it", async () => {
  const host = await startHost();
  const browser = await launchBrowser();
  try {
    const first = await start();
    const organization = await createOrganization(first.data, host.origin);
    const page = await browser.newPage({ locale: "en-US" });
    await page.goto(host.serve({ html: hostPage(first.baseUrl, organization) }));
    const visitor = new WidgetPage(page);
    await visitor.open();
    await visitor.send("Remember me");
    await visitor.called("onMessageSent");
    expect(await first.stop("SIGKILL")).toBe(null);

    const second = await start({ data: first.data, port: Number(new URL(first.baseUrl).port) });
    const agent = await signIn(second.baseUrl, organization);
    const [conversation] = await agent.conversations();
    const messages = await agent.messages(text(conversation, "id"));
    expect(messages.map((message) => text(message, "content"))).toEqual(["Remember me"]);
  } finally {
    await browser.close();
    await host.close();
  }
});

test("organizations are made on a stopped server too, and are there when it starts", async () => {
  const data = await temporaryFolder();
  try {
    const organization = await createOrganization(data, "https://shop.example");
    const server = await start({ data });
    const agent = await signIn(server.baseUrl, organization);
    expect(await agent.conversations()).toEqual([]);
  } finally {
    await rm(data, { recursive: true, force: true });
  }
});

test("an unknown flag is refused by name before anything starts", async () => {
  await expect(startServer({ flags: ["--prot", "1"] })).rejects.toThrow(/--prot/u);
});
