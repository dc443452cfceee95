import { expect, inject, test } from "vitest";

import { signIn } from "../harness/agent.ts";
import { useFixture, visit } from "../harness/fixture.ts";
import { text } from "../harness/json.ts";
import { createOrganization } from "../harness/server.ts";

const fixture = useFixture();

test("two visitors never see each other, and each gets the answer meant for him", async () => {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const ada = await visit(fixture(), { organization });
  const bob = await visit(fixture(), { organization });
  await ada.open();
  await ada.send("I am Ada");
  await ada.called("onMessageSent");
  await bob.open();
  await bob.send("I am Bob");
  await bob.called("onMessageSent");

  const agent = await signIn(fixture().baseUrl, organization);
  const conversations = await agent.conversations();
  expect(conversations).toHaveLength(2);
  for (const conversation of conversations) {
    const id = text(conversation, "id");
    const [first] = await agent.messages(id);
    await agent.reply(id, `Hello, you who wrote "${text(first, "content")}"`);
  }
  expect(await ada.called("onMessageReceived")).toMatchObject({ content: 'Hello, you who wrote "I am Ada"' });
  expect(await bob.called("onMessageReceived")).toMatchObject({ content: 'Hello, you who wrote "I am Bob"' });
  expect(await ada.dialog.getByText("Bob").count()).toBe(0);
  expect(await bob.dialog.getByText("Ada").count()).toBe(0);
  expect(await ada.calls("onMessageReceived")).toHaveLength(1);
  expect(await bob.calls("onMessageReceived")).toHaveLength(1);
});

test("a message's status goes from sending over sent and delivered to read, and never back", async () => {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const visitor = await visit(fixture(), {
    organization,
    after: `<script>const steps = []; ChaskWidget.on("messageStatus", (step) => steps.push([step.previous, step.status]));</script>`,
  });
  await visitor.open();
  await visitor.send("Where is my order?");
  await visitor.called("onMessageSent");

  const desk = await fixture().browser.newPage({ locale: "en-US" });
  await desk.goto(`${fixture().baseUrl}/console/`);
  await desk.getByLabel("Email").fill(organization.email);
  await desk.getByLabel("Password", { exact: true }).fill(organization.password);
  await desk.getByRole("button", { name: "Sign in" }).click();
  await desk.getByText("Where is my order?").first().waitFor();
  await visitor.page.waitForFunction(`steps.some((step) => step[1] === "delivered")`);
  await desk.getByText("Where is my order?").first().click();
  await visitor.page.waitForFunction(`steps.some((step) => step[1] === "read")`);
  const steps = await visitor.run("steps");
  expect(steps).toEqual([
    ["sending", "sent"],
    ["sent", "delivered"],
    ["delivered", "read"],
  ]);
});
