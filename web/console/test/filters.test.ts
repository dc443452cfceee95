import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useStage } from "./console.ts";
import { agent, colleague } from "./standin/world.ts";

const stage = useStage();
const menu = "More views and filters";

test("a saved view is marked while it is shown, renamed, replaced and forgotten by the keyboard", async () => {
  const { page, signIn, server } = stage();
  server.world.open({ name: "Grace" }, "Hi").tags = ["vip"];
  server.world.open({ name: "Alan" }, "Hello");
  await signIn();
  await page.getByRole("button", { name: menu }).click();
  await page.getByLabel("Tag").selectOption("vip");
  await page.getByRole("textbox", { name: "Save this view as" }).fill("Important");
  await page.keyboard.press("Enter");
  const important = page.getByRole("button", { name: "Important", exact: true });
  await important.waitFor();
  expect(await important.getAttribute("aria-pressed")).toBe("true");

  await page.getByRole("button", { name: "Rename Important" }).press("Enter");
  const name = page.getByRole("textbox", { name: "New name of Important" });
  await name.press("Escape");
  await name.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Rename Important" }).press("Enter");
  await name.fill("VIP");
  await name.press("Enter");
  const vip = page.getByRole("button", { name: "VIP", exact: true });
  await vip.waitFor();

  await page.getByLabel("Tag").selectOption("");
  await expect.poll(() => vip.getAttribute("aria-pressed")).toBe("false");
  await page.getByRole("textbox", { name: "Save this view as" }).fill("vip");
  await page.getByRole("button", { name: "Replace" }).press("Enter");
  await expect
    .poll(() => page.getByRole("button", { name: "vip", exact: true }).getAttribute("aria-pressed"))
    .toBe("true");
  expect(server.world.filters.size).toBe(1);

  await page.getByRole("button", { name: "Delete vip" }).press("Enter");
  await expect.poll(() => server.world.filters.size).toBe(0);
  await page.getByRole("group", { name: "Saved views" }).and(page.locator(":focus")).waitFor();
});

test("views can be kept, and those of before are moved, on plain http, where the browser makes no ids", async () => {
  const { page, signIn, server } = stage();
  await page.addInitScript("Reflect.deleteProperty(Crypto.prototype, 'randomUUID')");
  await signIn();
  await page.evaluate(
    ([name, text]) => localStorage.setItem(name ?? "", text ?? ""),
    [`chask.console.filters.${agent.id}`, JSON.stringify([{ name: "Today", view: "mine" }])],
  );
  await page.getByRole("button", { name: menu }).click();
  await page.getByRole("button", { name: "Today", exact: true }).waitFor();
  await page.getByRole("textbox", { name: "Save this view as" }).fill("All");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "All", exact: true }).waitFor();
  expect(server.world.filters.size).toBe(2);
});

test("what one browser kept before is given to the server once", async () => {
  const { page, signIn, server, faults } = stage();
  server.world.open({ name: "Grace" }, "Hi");
  await signIn();
  const kept = [
    { name: "Today", view: "mine" },
    { name: "Taken", view: "all", tag: "vip" },
    { name: "", view: "all" },
  ];
  server.world.filters.set("1", { id: "1", name: "Taken", view: "resolved" });
  const key = `chask.console.filters.${agent.id}`;
  await page.evaluate(
    ([name, text]) => localStorage.setItem(name ?? "", text ?? ""),
    [key, JSON.stringify(kept)],
  );
  await page.getByRole("button", { name: menu }).click();
  await page.getByRole("button", { name: "Today", exact: true }).waitFor();
  expect([...server.world.filters.values()].map(({ name, view }) => [name, view])).toEqual([
    ["Taken", "resolved"],
    ["Today", "mine"],
  ]);
  expect(await page.evaluate((name) => localStorage.getItem(name), key)).toBeNull();
  // The browser writes down that the server refused the name that was taken.
  expect(faults.splice(0).filter((fault) => !fault.includes("409"))).toEqual([]);
});

test("to choose an agent shows what is his under All, and a view kept otherwise before shows the same", async () => {
  const { page, signIn, server } = stage();
  server.world.open({ name: "Mary" }, "Hi").assignee = { id: agent.id, name: agent.name };
  server.world.open({ name: "Alan" }, "Hello").assignee = colleague;
  server.world.filters.set("1", { id: "1", name: "Of Grace", view: "mine", assignee: colleague.id });
  await signIn();
  const chosen = (view: string): Promise<boolean> => page.getByRole("radio", { name: view }).isChecked();
  for (const view of ["Mine", "Unassigned"]) {
    // oxlint-disable-next-line no-await-in-loop -- one view after the other
    await chooseAgent(page, view);
    // oxlint-disable-next-line no-await-in-loop -- one view after the other
    await page.getByRole("link", { name: /Alan/ }).waitFor();
    // oxlint-disable-next-line no-await-in-loop -- one view after the other
    expect(await chosen("All")).toBe(true);
  }
  expect(await page.getByRole("link", { name: /Mary/ }).count()).toBe(0);
  const kept = page.getByRole("button", { name: "Of Grace", exact: true });
  expect(await kept.getAttribute("aria-pressed")).toBe("true");
  await page.keyboard.press("Escape");
  await page.getByText("Mine", { exact: true }).click();
  await page.getByRole("link", { name: /Mary/ }).waitFor();
  await page.getByRole("button", { name: menu }).click();
  await kept.click();
  await page.getByRole("link", { name: /Alan/ }).waitFor();
  expect(await chosen("All")).toBe(true);
});

async function chooseAgent(page: Page, view: string): Promise<void> {
  await page.keyboard.press("Escape");
  await page.getByText(view, { exact: true }).click();
  await page.getByRole("button", { name: menu }).click();
  await page.locator(".filter-select", { hasText: "Any agent" }).locator("select").selectOption(colleague.id);
}
