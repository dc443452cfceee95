import type { Page } from "playwright-core";
import { afterEach, expect, test } from "vitest";

import { onlyConversation, signIn } from "../harness/agent.ts";
import { signInToConsole } from "../harness/console.ts";
import { useFixture, visit } from "../harness/fixture.ts";
import { text } from "../harness/json.ts";
import { type ChaskServer, createOrganization, startServer } from "../harness/server.ts";

const fixture = useFixture();
const patient = { timeout: 40_000 };
let server: ChaskServer | undefined;

afterEach(async () => {
  await server?.remove();
  server = undefined;
});

async function write(desk: Page, words: string): Promise<void> {
  await desk.getByRole("textbox", { name: /^Reply to/u }).fill(words);
  await desk.keyboard.press("Enter");
  await desk.locator(".message", { hasText: words }).getByText("Sending").waitFor();
}

/** What was wished for is taken back before the agent's eyes, and the notice says what to do. */
async function claimInVain(desk: Page, notice: RegExp): Promise<void> {
  await desk.getByRole("button", { name: "Claim" }).click();
  await desk.locator(".notice", { hasText: notice }).waitFor(patient);
  await desk.getByRole("button", { name: "Claim" }).waitFor(patient);
  expect(await desk.getByRole("button", { name: /^Assigned to/u }).count()).toBe(0);
}

test("an agent who is offline, and whose server restarts, is told so; nothing of either side is lost, wishes are taken back", async () => {
  const { browser, host } = fixture();
  server = await startServer();
  const { data, baseUrl } = server;
  const organization = await createOrganization(data, host.origin);
  const own = { baseUrl, browser, host, organization };
  const visitor = await visit(own);
  await visitor.open();
  await visitor.send("Is anybody there?");
  const desk = await signInToConsole(own, organization);
  await desk.getByRole("link", { name: /Is anybody there/u }).click();
  await desk.locator(".bubble", { hasText: "Is anybody there?" }).waitFor();

  await desk.context().setOffline(true);
  await desk.locator(".banner", { hasText: "You are offline. Replies are kept" }).waitFor(patient);
  await write(desk, "I write without a network");
  await claimInVain(desk, /^You are offline\. Check your network/u);
  await visitor.send("I wrote while you had no network");
  await visitor.called("onMessageSent", 2);
  await desk.context().setOffline(false);
  const sent = desk.locator(".message", { hasText: "I write without a network" });
  await sent.getByText(/^(Sent|Delivered|Read)$/u).waitFor(patient);
  await desk.locator(".banner").waitFor({ state: "detached" });
  await desk.locator(".bubble", { hasText: "I wrote while you had no network" }).waitFor(patient);

  await server.stop("SIGKILL");
  await desk.locator(".banner", { hasText: "Connection lost. Reconnecting" }).waitFor(patient);
  await write(desk, "I write without a server");
  await claimInVain(desk, /^The server does not answer\. Try again/u);
  await visitor.send("I wrote while there was no server");
  server = await startServer({ data, port: Number(new URL(baseUrl).port) });
  const later = desk.locator(".message", { hasText: "I write without a server" });
  await later.getByText(/^(Sent|Delivered|Read)$/u).waitFor(patient);
  await desk.locator(".bubble", { hasText: "I wrote while there was no server" }).waitFor(patient);
  await visitor.dialog.getByText("I write without a server", { exact: true }).waitFor(patient);
  await desk.locator(".banner").waitFor({ state: "detached" });

  const agent = await signIn(baseUrl, organization);
  const { id } = await onlyConversation(agent);
  const stored = (await agent.messages(id)).map((message) => text(message, "content"));
  expect(stored.slice(0, 3)).toEqual([
    "Is anybody there?",
    "I wrote while you had no network",
    "I write without a network",
  ]);
  // What waited for the server came in either order, each once.
  expect(stored.slice(3).toSorted()).toEqual([
    "I write without a server",
    "I wrote while there was no server",
  ]);
  expect(await desk.locator(".bubble").count()).toBe(5);
}, 150_000);
