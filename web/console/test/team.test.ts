import { beforeEach, describe, expect, test } from "vitest";
import { useStage } from "./console.ts";

const stage = useStage();

beforeEach(async () => {
  const { signIn, goto } = stage();
  await signIn();
  await goto("#/settings/team");
});

describe("the role of somebody", () => {
  test("else is changed with a notice that takes it back", async () => {
    const { page, server } = stage();
    await page.getByLabel("Role of Grace Hopper").selectOption("agent");
    await page.getByText("New role of Grace Hopper: Agent").waitFor();
    expect(server.world.people[1]?.role).toBe("agent");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => server.world.people[1]?.role).toBe("admin");
    await expect.poll(() => page.getByLabel("Role of Grace Hopper").inputValue()).toBe("admin");
  });

  test("himself is asked about first, and the forbidden pages go with it", async () => {
    const { page, server } = stage();
    const own = page.getByLabel("Role of Ada Lovelace");
    await own.selectOption("agent");
    await page.getByRole("dialog").getByText("You become: Agent.").waitFor();
    expect(server.world.people[0]?.role).toBe("owner");
    await page.getByRole("button", { name: "Cancel" }).click();
    expect(await own.inputValue()).toBe("owner");
    await own.selectOption("agent");
    await page.getByRole("button", { name: "Give up my role" }).click();
    await page.getByRole("link", { name: "Audit log" }).waitFor({ state: "detached" });
    expect(server.world.people[0]?.role).toBe("agent");
  });
});
