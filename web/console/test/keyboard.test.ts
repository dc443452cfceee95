import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useStage } from "./console.ts";

const stage = useStage({ viewport: { width: 1440, height: 600 } });

async function open(id: string): Promise<void> {
  const { signIn, goto } = stage();
  await signIn();
  await goto(`#/settings/${id}`);
}

/// What the button that has the focus is called.
async function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const button = document.activeElement?.closest("button");
    return button?.getAttribute("aria-label") ?? button?.textContent;
  });
}

/// Whether what has the focus lies under the bar that saves, though it is no part of it.
function covered(): string | undefined {
  const bar = document.querySelector(".save-bar");
  const has = document.activeElement;
  if (bar === null || has === null || bar.contains(has)) {
    return undefined;
  }
  const under = has.getBoundingClientRect().bottom > bar.getBoundingClientRect().top;
  return under ? has.outerHTML : undefined;
}

test("the bar that saves covers nothing that gets the focus by Tab", async () => {
  const { page } = stage();
  await open("organization");
  await page.getByLabel("Name", { exact: true }).fill("Aurora");
  await page.locator('.save-bar[data-sticky="true"]').waitFor();
  const hidden: string[] = [];
  for (let steps = 0; steps < 60; steps += 1) {
    // oxlint-disable no-await-in-loop -- one step after the other
    await page.keyboard.press("Tab");
    const found = await page.evaluate(covered);
    hidden.push(...(found === undefined ? [] : [found]));
    if ((await focused(page)) === "Save") {
      break;
    }
    // oxlint-enable no-await-in-loop
  }
  expect(hidden).toEqual([]);
  expect(await focused(page)).toBe("Save");
});

describe("the focus stays near when what had it goes:", () => {
  test("the last hours of a day", async () => {
    const { page } = stage();
    await open("organization");
    await page.locator(".week-day").nth(1).getByLabel("Remove these hours").press("Enter");
    await expect.poll(() => focused(page)).toBe("Add hours on Tuesday");
  });

  test("a day off", async () => {
    const { page } = stage();
    await open("organization");
    await page.getByLabel("Remove 2027-01-01").press("Enter");
    await expect.poll(() => focused(page)).toBe("Add a day");
  });

  test("an origin", async () => {
    const { page } = stage();
    await open("keys");
    await page.getByLabel("Remove https://two.example").press("Enter");
    await page.getByLabel("Remove https://two.example").waitFor({ state: "detached" });
    await expect.poll(() => focused(page)).toBe("Remove https://three.example");
  });

  test("a capacity that is saved by Enter", async () => {
    const { page } = stage();
    await open("routing");
    const field = page.getByLabel(/Grace Hopper/u);
    await field.fill("7");
    await field.press("Enter");
    await page.getByText("Saved.").waitFor();
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await field.inputValue()).toBe("7");
  });
});
