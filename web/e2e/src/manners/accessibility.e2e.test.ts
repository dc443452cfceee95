import { expect, inject, test } from "vitest";

import { seriousFindings } from "../../../../scripts/axe.ts";
import { onlyConversation, signIn } from "../harness/agent.ts";
import { useFixture, visit } from "../harness/fixture.ts";
import type { WidgetPage } from "../harness/page.ts";
import { createOrganization } from "../harness/server.ts";

const fixture = useFixture();

const languages = [
  {
    locale: "en",
    open: "Open chat",
    close: "Close chat",
    send: "Send",
    box: "Message",
    attach: "Attach a file",
  },
  {
    locale: "es",
    open: "Abrir chat",
    close: "Cerrar chat",
    send: "Enviar",
    box: "Mensaje",
    attach: "Adjuntar un archivo",
  },
  {
    locale: "pt-BR",
    open: "Abrir chat",
    close: "Fechar chat",
    send: "Enviar",
    box: "Mensagem",
    attach: "Anexar um arquivo",
  },
] as const;

test.for(languages)("names are in the language of the page: $locale", async (names) => {
  const visitor = await visit(fixture(), { config: `locale: "${names.locale}",` });
  const { page, dialog } = visitor;
  await page.getByRole("button", { name: names.open, exact: true }).click();
  await dialog.getByRole("textbox", { name: names.box, exact: true }).fill("x");
  await page.getByRole("dialog", { name: /^Shop \d+$/u }).waitFor();
  await dialog.getByRole("button", { name: names.attach, exact: true }).waitFor();
  await dialog.getByRole("button", { name: names.send, exact: true }).click();
  await visitor.called("onMessageSent");
  await dialog.getByRole("button", { name: names.close, exact: true }).click();
  await visitor.called("onClose");
  expect(await visitor.run("document.querySelector('chask-widget').lang")).toBe(names.locale);
});

/** What a person who needs assistive technology would stumble over. */
function violations({ page }: WidgetPage): Promise<readonly string[]> {
  return seriousFindings(page, "chask-widget");
}

const looks = languages.flatMap(({ locale }) =>
  (["light", "dark"] as const).map((mode) => ({ locale, mode })),
);

test.for(looks)("axe finds nothing serious in any state: $locale, $mode", async ({ locale, mode }) => {
  const { baseUrl, host, browser } = fixture();
  const organization = await createOrganization(inject("data"), host.origin);
  const context = await browser.newContext({ locale: "en-US", reducedMotion: "reduce" });
  const visitor = await visit(fixture(), {
    context,
    organization,
    config: `locale: "${locale}", theme: { mode: "${mode}" },`,
  });
  await visitor.called("onReady");
  expect(await violations(visitor), "closed").toEqual([]);
  await visitor.open();
  expect(await violations(visitor), "open").toEqual([]);
  await visitor.send("See https://example.com");
  await visitor.called("onMessageSent");
  const agent = await signIn(baseUrl, organization);
  await agent.reply((await onlyConversation(agent)).id, "I do, thank you.");
  await visitor.dialog.getByText("I do, thank you.").waitFor();
  await visitor.run(`void ChaskWidget.sendMessage("x".repeat(10001))`);
  await visitor.called("onError");
  await visitor.dialog.locator(".failed").waitFor();
  expect(await violations(visitor), "in conversation").toEqual([]);
  await visitor.dialog
    .getByRole("button", { name: /^(All conversations|Todas las conversaciones|Todas as conversas)$/u })
    .click();
  await visitor.dialog.getByRole("group").waitFor();
  expect(await violations(visitor), "list of conversations").toEqual([]);
});
