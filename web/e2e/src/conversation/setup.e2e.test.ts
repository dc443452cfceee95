import { createHmac } from "node:crypto";
import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";

import { signInToConsole } from "../harness/console.ts";
import { useFixture, visit } from "../harness/fixture.ts";
import { recorder, WidgetPage } from "../harness/page.ts";
import { createOrganization, type Organization } from "../harness/server.ts";

const fixture = useFixture();

async function settings(page: string): Promise<{ readonly desk: Page; readonly organization: Organization }> {
  const organization = await createOrganization(inject("data"), fixture().host.origin);
  const desk = await signInToConsole(fixture(), organization);
  await desk.evaluate(`location.hash = "#/settings/${page}"`);
  await desk.locator(".settings-page h3").first().waitFor();
  return { desk, organization };
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

function token({ organizationId }: Organization, secret: string): string {
  const exp = Math.floor(Date.now() / 1_000) + 900;
  const signed = `${part({ alg: "HS256" })}.${part({ sub: "u-1", name: "Ana Souza", aud: organizationId, exp })}`;
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}

test("what Copy gives is all that a page needs to show the chat", async () => {
  const { desk } = await settings("widget");
  await desk.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const field = desk.locator(".copy-field", { has: desk.getByLabel("HTML") });
  const said = field.getByRole("button", { name: "Copied" });
  // It says so for some seconds only.
  await Promise.all([said.waitFor(), field.getByRole("button", { name: "Copy", exact: true }).click()]);
  const copied = String(await desk.evaluate("navigator.clipboard.readText()"));
  expect(copied).toBe(await desk.getByLabel("HTML").inputValue());
  const page = await fixture().browser.newPage({ locale: "en-US" });
  await page.goto(
    fixture().host.serve({
      html: `<!doctype html><html lang="en"><head><title>Pasted</title></head><body><script>${recorder}</script>${copied}</body></html>`,
    }),
  );
  const visitor = new WidgetPage(page);
  await visitor.open();
  await visitor.send("Pasted and working");
  await desk.evaluate(`location.hash = "#/"`);
  await desk.getByRole("link", { name: /Pasted and working/u }).waitFor();
});

test("identity that is switched on in the console proves who a visitor is, and the page explains a token", async () => {
  const { desk, organization } = await settings("identity");
  const mode = desk.locator("select[name=mode]");
  await mode.selectOption("enforced");
  await desk.getByRole("button", { name: "Save", exact: true }).click();
  await desk.getByText("Make a secret or enter an issuer first.").waitFor();
  await desk.getByRole("button", { name: "Make a secret" }).click();
  const secret = await desk.getByLabel("The new secret").inputValue();
  await mode.selectOption("enforced");
  await desk.getByRole("button", { name: "Save", exact: true }).click();
  await desk.getByText("Saved.").waitFor();
  const proof = token(organization, secret);
  await desk.locator("textarea[name=token]").fill(`${proof.slice(0, -4)}AAAA`);
  await desk.getByRole("button", { name: "Check", exact: true }).click();
  await desk.getByText("This token is refused.").waitFor();
  await desk.locator("textarea[name=token]").fill(proof);
  await desk.getByRole("button", { name: "Check", exact: true }).click();
  await desk.getByText("This token is valid.").waitFor();
  const config = `getUserToken: () => ${JSON.stringify(proof)},`;
  const visitor = await visit(fixture(), { organization, config });
  await visitor.open();
  await visitor.send("It is me");
  await visitor.called("onMessageSent");
  await desk.evaluate(`location.hash = "#/"`);
  await desk.getByRole("link", { name: /Ana Souza/u }).click();
  await desk.locator(".visitor-verified").waitFor();
  expect(await desk.locator(".visitor-group").first().innerText()).toContain("u-1");
  await desk.evaluate(`location.hash = "#/settings/identity"`);
  await desk.getByRole("button", { name: "Revoke" }).click();
  await desk.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await desk.getByText("There is none yet.").waitFor();
});

test("the languages that are chosen in the console are those the widget speaks", async () => {
  const { desk, organization } = await settings("organization");
  await desk.locator("select[name=default]").selectOption("pt-BR");
  await desk.getByLabel("English", { exact: true }).uncheck();
  await desk.getByRole("button", { name: "Save", exact: true }).click();
  await desk.getByText("Saved.").waitFor();
  // The server reads an organization again every two seconds.
  const visitor = await visit(fixture(), { organization });
  await expect
    .poll(
      async () => {
        await visitor.page.reload();
        await visitor.called("onReady");
        return visitor.run("document.querySelector('chask-widget').lang");
      },
      { timeout: 15_000 },
    )
    .toBe("pt-BR");
  const spanish = await fixture().browser.newContext({ locale: "es-PE" });
  const other = await visit(fixture(), { organization, context: spanish });
  await other.called("onReady");
  expect(await other.run("document.querySelector('chask-widget').lang")).toBe("es");
});
