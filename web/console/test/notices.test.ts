import { expect, test } from "vitest";
import { useStage, type Stage } from "./console.ts";

const stage = useStage();

/// A conversation that was just resolved, with the notice that offers to take it back, and a clock that the test moves.
async function resolved(): Promise<Stage> {
  const now = stage();
  const conversation = now.server.world.open({ name: "Grace" }, "Hi");
  await now.openConversation(conversation);
  await now.page.clock.install();
  await now.page.getByRole("button", { name: "Resolve" }).click();
  await now.page.locator(".notice").waitFor();
  return now;
}

test("a notice goes by itself after some seconds", async () => {
  const { page } = await resolved();
  await page.clock.fastForward(6_100);
  await page.locator(".notice").waitFor({ state: "detached" });
  expect(await page.getByRole("button", { name: "Undo" }).count()).toBe(0);
});

test("a notice stays while the pointer is on it", async () => {
  const { page } = await resolved();
  await page.locator(".notice").hover();
  await page.clock.fastForward(60_000);
  expect(await page.locator(".notice").count()).toBe(1);
  await page.mouse.move(0, 0);
  await page.clock.fastForward(6_100);
  await page.locator(".notice").waitFor({ state: "detached" });
});

test("a key leads to a notice, which stays as long as the focus does, and Escape leads back", async () => {
  const { page } = await resolved();
  await page.getByRole("button", { name: "Reopen" }).focus();
  await page.keyboard.press("F8");
  await page.getByRole("button", { name: "Undo" }).and(page.locator(":focus")).waitFor();
  await page.clock.fastForward(60_000);
  expect(await page.locator(".notice").count()).toBe(1);
  await page.keyboard.press("Escape");
  await page.locator(".notice").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Reopen" }).and(page.locator(":focus")).waitFor();
});
