import { describe, expect, test } from "vitest";
import { axeFindings } from "../../../scripts/axe.ts";
import { hold, useStage } from "./console.ts";

describe.each([
  { locale: "en-US", colorScheme: "light" },
  { locale: "es-BO", colorScheme: "dark" },
  { locale: "pt-BR", colorScheme: "light" },
] as const)("in $locale, $colorScheme", (look) => {
  const stage = useStage(look);

  test("axe finds nothing in the settings", async () => {
    const { page, goto, signIn } = stage();
    await signIn();
    for (const id of ["account", "team", "replies", "tags", "attachments", "identity", "audit"]) {
      // oxlint-disable no-await-in-loop -- one page after the other
      await goto(`#/settings/${id}`);
      await page.locator(`.settings-nav [href="#/settings/${id}"][aria-current=page]`).waitFor();
      await page.locator("[aria-busy=true], .settings-skeleton").first().waitFor({ state: "detached" });
      await page.locator(".section, .audit-table").first().waitFor();
      expect(await axeFindings(page)).toEqual([]);
      // oxlint-enable no-await-in-loop
    }
  });
});

describe("on a desk", () => {
  const stage = useStage();

  test("the account's menu leads to the settings, and they lead back", async () => {
    const { page, signIn } = stage();
    await signIn();
    await page.locator(".account-button").click();
    await page.getByRole("link", { name: "Settings" }).click();
    await page.getByRole("heading", { name: "Profile" }).waitFor();
    expect(await page.getByRole("link", { name: "My account" }).getAttribute("aria-current")).toBe("page");
    await page.getByRole("link", { name: "Back to the conversations" }).click();
    await page.locator(".inbox").waitFor();
  });

  test("an address of no page leads to the first", async () => {
    const { page, signIn, goto } = stage();
    await signIn();
    await goto("#/settings/nowhere");
    await page.getByRole("heading", { name: "Profile" }).waitFor();
    expect(await page.title()).toBe("My account · Chask");
  });

  test("the audit log shows names, and the code of an action it has no words for", async () => {
    const { page, signIn, goto } = stage();
    await signIn();
    await goto("#/settings/audit");
    await page.getByRole("cell", { name: "Agent added: Grace" }).waitFor();
    await page.getByRole("cell", { name: "of.tomorrow: Grace" }).waitFor();
    expect(await page.getByRole("cell", { name: "Command line" }).count()).toBe(1);
  });
});

describe("while the server is away", () => {
  const stage = useStage();

  test("a page that could not be asked for can be asked for again", async () => {
    const { page, signIn, goto, faults } = stage();
    await signIn();
    await page.route("**/v1/team", (route) => route.abort());
    await goto("#/settings/team");
    await page.getByText("The server does not answer.").waitFor();
    await page.unroute("**/v1/team");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.locator(".team-table", { hasText: "Grace Hopper" }).waitFor();
    expect(faults.splice(0).every((fault) => fault.includes("ERR_FAILED"))).toBe(true);
  });

  test("a page comes by itself with the next connection", async () => {
    const { page, signIn, goto, server, faults } = stage();
    await signIn();
    await page.route("**/v1/team", (route) => route.abort());
    await goto("#/settings/team");
    await page.getByText("The server does not answer.").waitFor();
    await page.unroute("**/v1/team");
    server.stream.cut(1011);
    await page.locator(".team-table", { hasText: "Grace Hopper" }).waitFor();
    expect(await page.getByText("The server does not answer.").count()).toBe(0);
    faults.splice(0);
  });
});

describe("while a list does not come", () => {
  const stage = useStage();

  test("nobody is told that there are no teams, and nobody's members and capacities are missed", async () => {
    const { page, signIn, goto } = stage();
    await signIn();
    const held = hold();
    await page.route(/\/v1\/(teams|colleagues)$/u, async (route) => {
      await held.until;
      await route.abort();
    });
    await goto("#/settings/routing");
    await page.reload();
    await page.getByRole("heading", { name: "Teams", exact: true }).waitFor();
    expect(await page.getByText("No teams yet.").count()).toBe(0);
    held.release();
    await expect.poll(() => page.getByText("The server does not answer.").count()).toBe(2);
    expect(await page.getByText("No teams yet.").count()).toBe(0);
    await page.getByRole("button", { name: "New team" }).click();
    await page.getByRole("dialog").getByText("The server does not answer.").waitFor();
    await page.unroute(/\/v1\/(teams|colleagues)$/u);
    await page.getByRole("dialog").getByRole("button", { name: "Try again" }).click();
    await page.getByRole("dialog").getByLabel("Grace Hopper").waitFor();
    await page.getByRole("button", { name: "Close" }).click();
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("No teams yet.").waitFor();
  });

  test("what the server never answers is given up, and can be asked for again", async () => {
    const { page, signIn, goto } = stage();
    // Twenty seconds take one, for what is asked where nothing is answered.
    await page.addInitScript(`const timeout = AbortSignal.timeout.bind(AbortSignal);
      AbortSignal.timeout = (milliseconds) => timeout(window.hurried ? milliseconds / 20 : milliseconds);`);
    await signIn();
    await page.route("**/v1/audit*", () => undefined);
    await page.evaluate("window.hurried = true");
    await goto("#/settings/audit");
    await page.getByText("The server does not answer.").waitFor();
    await page.evaluate("window.hurried = false");
    await page.unroute("**/v1/audit*");
    await page.getByRole("button", { name: "Try again" }).click();
    const line = page.getByRole("cell", { name: "Agent added: Grace" });
    await line.waitFor();
    expect(await line.count()).toBe(1);
  });
});

describe("the page of the visitors' identity", () => {
  const stage = useStage();

  test("a new secret is shown once, and no third can be made", async () => {
    const { page, signIn, goto } = stage();
    await signIn();
    await goto("#/settings/identity");
    await page.getByRole("button", { name: "Make a secret" }).click();
    expect(await page.getByLabel("The new secret").inputValue()).toBe("s".repeat(43));
    await page.reload();
    await page.getByRole("button", { name: "Make a secret" }).waitFor();
    expect(await page.getByLabel("The new secret").count()).toBe(0);
  });

  test("a double click makes one secret, and each new one stays shown", async () => {
    const { page, signIn, goto, server } = stage();
    server.world.settings.set("/v1/identity", { mode: "off", secrets: [] });
    await signIn();
    await goto("#/settings/identity");
    const make = page.getByRole("button", { name: "Make a secret" });
    await make.dblclick();
    await page.getByLabel("The new secret").waitFor();
    expect(server.world.settings.get("/v1/identity")).toMatchObject({ secrets: [{}] });
    await make.click();
    await expect.poll(() => page.getByLabel("The new secret").count()).toBe(2);
  });

  test("a double click makes one key", async () => {
    const { page, signIn, goto, server } = stage();
    await signIn();
    await goto("#/settings/keys");
    await page.getByRole("button", { name: "Add a key" }).dblclick();
    await page.locator(".key").first().waitFor();
    expect(server.world.settings.get("/v1/settings/keys")).toMatchObject({ keys: [{}] });
  });

  test("a pasted token is explained check by check, in words, and by the server's where there are none", async () => {
    const { page, signIn, goto } = stage();
    await signIn();
    await goto("#/settings/identity");
    await page.getByLabel("Token", { exact: true }).fill("a.b.c");
    await page.getByRole("button", { name: "Check" }).click();
    await page.getByText("This token is refused.").waitFor();
    const said = await page.locator(".identity-checks").innerText();
    expect(said).toContain("It is made for somebody else.");
    expect(said).toContain("Expected: 5f1d6c7e");
    expect(said).toContain("Words of a newer server.");
  });
});

describe("on a phone", () => {
  const stage = useStage({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("list and page take turns, and nothing is wider than the screen", async () => {
    const { page, signIn, goto } = stage();
    await signIn();
    await goto("#/settings");
    await page.getByRole("link", { name: "Audit log" }).tap();
    await page.getByRole("cell", { name: "Agent added: Grace" }).waitFor();
    expect(await page.locator(".settings-nav").isVisible()).toBe(false);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
    await page.getByRole("link", { name: "Back to the list of settings" }).tap();
    await page.getByRole("link", { name: "My account" }).waitFor();
  });
});
