import { expect, test } from "vitest";
import { useStage } from "./console.ts";

const stage = useStage();

test("whoever is chosen in the audit log stays to be seen and left when he has done nothing of the kind", async () => {
  const { page, signIn, goto } = stage();
  await signIn();
  await goto("#/settings/audit");
  await page.getByRole("cell", { name: "Agent added: Grace" }).waitFor();
  const by = page.locator("select[name=actor]");
  const chosen = by.locator("option:checked");
  // Also those of whom the log tells nothing.
  await by.selectOption("Grace Hopper");
  await page.getByText("Nothing yet.").waitFor();
  await by.selectOption("Ada Lovelace");
  await page.getByRole("cell", { name: "Agent added: Grace" }).waitFor();
  await page.locator("select[name=action]").selectOption("Team dissolved");
  await page.getByText("Nothing yet.").waitFor();
  expect(await chosen.textContent()).toBe("Ada Lovelace");
  await by.selectOption("Anybody");
  await page.locator("select[name=action]").selectOption("Any action");
  await page.getByRole("cell", { name: "of.tomorrow: Grace" }).waitFor();
  expect(await chosen.textContent()).toBe("Anybody");
});

test("whoever was met in the audit log can be chosen when the people do not come", async () => {
  const { page, signIn, goto, faults } = stage();
  await signIn();
  await page.route("**/v1/team", (route) => route.abort());
  await goto("#/settings/audit");
  const by = page.locator("select[name=actor]");
  await by.selectOption("Ada Lovelace");
  await page.locator("select[name=action]").selectOption("Team dissolved");
  await page.getByText("Nothing yet.").waitFor();
  expect(await by.locator("option:checked").textContent()).toBe("Ada Lovelace");
  faults.splice(0);
});

test("beside the list of pages a tablet has no room for columns: what was done stands below when and by whom", async () => {
  const { page, signIn, goto } = stage();
  await page.setViewportSize({ width: 820, height: 1180 });
  await signIn();
  await goto("#/settings/audit");
  const row = page.getByRole("row").filter({ hasText: "Agent added: Grace" });
  await row.waitFor();
  const tops = await row
    .getByRole("cell")
    .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().top));
  expect(new Set(tops).size).toBe(tops.length);
});
