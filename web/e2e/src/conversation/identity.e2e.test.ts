import { createHmac } from "node:crypto";

import type { BrowserContext } from "playwright-core";
import { expect, inject, test } from "vitest";

import { signIn } from "../harness/agent.ts";
import { useFixture, visit } from "../harness/fixture.ts";
import { record, text } from "../harness/json.ts";
import { createOrganization, type Organization } from "../harness/server.ts";

const fixture = useFixture();

/** What a customer's server has: the secret, and tokens made with it. */
interface Customer {
  readonly organization: Organization;
  /** A token that ends in so many seconds. */
  readonly token: (user: string, seconds?: number) => string;
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

async function ask(path: string, method: string, token: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(fixture().baseUrl + path, {
    method,
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  expect(answer.ok).toBe(true);
  return answer.json();
}

async function customer(mode: string): Promise<Customer> {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const { token } = await signIn(fixture().baseUrl, organization);
  const secret = text(await ask("/v1/identity/secrets", "POST", token), "secret");
  await ask("/v1/identity", "PATCH", token, { mode });
  return {
    organization,
    token: (user, seconds = 900) => {
      const exp = Math.floor(Date.now() / 1_000) + seconds;
      const claims = { sub: user, name: "Ana Souza", aud: organization.organizationId, exp };
      const signed = `${part({ alg: "HS256" })}.${part(claims)}`;
      return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
    },
  };
}

/** A browser whose page gets its tokens from `mint`; counts how often. */
async function browserOf(
  mint: () => string | null,
): Promise<{ readonly context: BrowserContext; readonly asked: () => number }> {
  let asked = 0;
  const context = await fixture().browser.newContext({ locale: "en-US" });
  await context.exposeFunction("mintToken", () => {
    asked += 1;
    return mint();
  });
  return { context, asked: () => asked };
}

test("an anonymous chat becomes the verified person's, and a second browser of the same person has it", async () => {
  const { organization, token } = await customer("optional");
  const visitor = await visit(fixture(), { organization });
  await visitor.open();
  await visitor.send("Do you ship to Peru?");
  await visitor.called("onMessageSent");

  await visitor.run(`ChaskWidget.identify({ id: "u-1", token: ${JSON.stringify(token("u-1"))} })`);
  expect(await visitor.called("onUserUpdated")).toMatchObject({
    id: "u-1",
    verified: true,
    name: "Ana Souza",
  });
  await visitor.send("It is me");
  await visitor.called("onMessageSent", 2);
  const agent = await signIn(fixture().baseUrl, organization);
  const conversations = await agent.conversations();
  expect(conversations).toHaveLength(1);
  expect(record(conversations[0])["visitor"]).toMatchObject({ userId: "u-1", verified: true });

  const { context } = await browserOf(() => token("u-1"));
  const elsewhere = await visit(fixture(), {
    organization,
    context,
    config: "getUserToken: () => mintToken(),",
  });
  await elsewhere.open();
  await elsewhere.dialog.getByText("Do you ship to Peru?").first().waitFor();
  await elsewhere.dialog.getByText("It is me").first().waitFor();
  await agent.reply(text(conversations[0], "id"), "Yes, we do");
  expect(await visitor.called("onMessageReceived")).toMatchObject({ content: "Yes, we do" });
  expect(await elsewhere.called("onMessageReceived")).toMatchObject({ content: "Yes, we do" });
  expect(await visitor.calls("onError")).toEqual([]);
  expect(await elsewhere.calls("onError")).toEqual([]);
});

test("what a second device wrote anonymously is handed over, and it goes on writing there", async () => {
  const { organization, token } = await customer("optional");
  const home = await browserOf(() => token("u-1"));
  const first = await visit(fixture(), {
    organization,
    context: home.context,
    config: "getUserToken: () => mintToken(),",
  });
  await first.open();
  await first.send("From home");
  await first.called("onMessageSent");

  const second = await visit(fixture(), { organization });
  await second.open();
  await second.send("From the train");
  await second.called("onMessageSent");
  await second.run(`ChaskWidget.identify({ token: ${JSON.stringify(token("u-1"))} })`);
  await second.called("onUserUpdated");
  await second.run(`ChaskWidget.sendMessage("Still on the train")`);
  await second.called("onMessageSent", 2);

  const agent = await signIn(fixture().baseUrl, organization);
  const conversations = await agent.conversations();
  const visitors = new Set(conversations.map((each) => text(record(each)["visitor"], "id")));
  expect(visitors.size).toBe(1);
  const counts = conversations.map((each) => record(each)["lastSequence"]);
  expect(counts.reduce<number>((sum, count) => sum + Number(count), 0)).toBe(3);
  expect(await second.calls("onError")).toEqual([]);
});

test("enforced: an id without a token is told by its reason, and the chat goes on anonymously", async () => {
  const { organization } = await customer("enforced");
  const visitor = await visit(fixture(), { organization });
  expect(
    await visitor.run(
      `ChaskWidget.identify({ id: "u-1" }).catch(({ code, details }) => [code, details.reason])`,
    ),
  ).toEqual(["AUTH_ERROR", "IDENTITY_REQUIRED"]);
  const told = { code: "AUTH_ERROR", details: { reason: "IDENTITY_REQUIRED" } };
  expect(await visitor.called("onError")).toMatchObject(told);
  await visitor.open();
  await visitor.send("Hello");
  await visitor.called("onMessageSent");
  expect(await visitor.calls("onError")).toHaveLength(1);
});

test("a token that ended is replaced without a word, and one that cannot be is told once", async () => {
  const { organization, token } = await customer("enforced");
  const expired = JSON.stringify(token("u-1", -300));
  const { context, asked } = await browserOf(() => token("u-1"));
  const visitor = await visit(fixture(), {
    organization,
    context,
    config: `user: { id: "u-1", token: ${expired} }, getUserToken: () => mintToken(),`,
  });
  await visitor.open();
  await visitor.send("Hello");
  await visitor.called("onMessageSent");
  expect(asked()).toBe(1);
  expect(await visitor.calls("onError")).toEqual([]);

  const stubborn = await visit(fixture(), {
    organization,
    config: `user: { id: "u-1", token: ${expired} },`,
  });
  expect(await stubborn.called("onError")).toMatchObject({
    code: "AUTH_ERROR",
    details: { reason: "IDENTITY_INVALID" },
  });
  expect(await stubborn.calls("onError")).toHaveLength(1);
});

test("a session whose token is about to end is prolonged, and the page hears of it", async () => {
  const { organization, token } = await customer("optional");
  // The first one's seconds begin when the page asks for it, not while the page is still on its way.
  let minted = 0;
  const { context, asked } = await browserOf(() => token("u-1", minted++ === 0 ? 10 : 900));
  const visitor = await visit(fixture(), {
    organization,
    context,
    config: "getUserToken: () => mintToken(),",
    after: `<script>let expiring = 0; ChaskWidget.on("tokenExpiring", () => { expiring += 1; });</script>`,
  });
  await visitor.open();
  await visitor.page.waitForFunction("expiring === 1");
  await expect.poll(asked).toBe(2);
  await visitor.send("Still here");
  await visitor.called("onMessageSent");
  expect(await visitor.calls("onError")).toEqual([]);
});

test("after a logout the next person at this computer sees nothing, in no tab", async () => {
  const { organization, token } = await customer("optional");
  const { context } = await browserOf(() => token("u-1"));
  const options = { organization, context, config: "getUserToken: () => mintToken()," };
  const tab = await visit(fixture(), options);
  await tab.open();
  await tab.send("My secret order");
  await tab.called("onMessageSent");
  const other = await visit(fixture(), options);
  await other.open();
  await other.dialog.getByText("My secret order").first().waitFor();

  await tab.run("ChaskWidget.logout()");
  await other.dialog.getByText("My secret order").first().waitFor({ state: "detached" });
  expect(await tab.dialog.getByText("My secret order").count()).toBe(0);
  await tab.send("Somebody else");
  await tab.called("onMessageSent", 2);
  const agent = await signIn(fixture().baseUrl, organization);
  const visitors = (await agent.conversations()).map((each) => record(record(each)["visitor"])["verified"]);
  expect(new Set(visitors)).toEqual(new Set([false, true]));
});
