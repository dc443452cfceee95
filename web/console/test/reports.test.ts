import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { axeFindings } from "../../../scripts/axe.ts";
import { useStage } from "./console.ts";

describe.each([
  { locale: "en-US", colorScheme: "light" },
  { locale: "es-BO", colorScheme: "dark" },
] as const)("in $locale, $colorScheme", (look) => {
  const stage = useStage(look);

  test("axe finds nothing in the reports, as charts and as tables", async () => {
    const { page, goto, signIn } = stage();
    await signIn();
    await goto("#/reports");
    await page.locator(".funnel").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.locator(".report-actions button:first-child").first().click();
    await page.locator(".report-table").waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe("the reports", () => {
  const stage = useStage();

  test("stand beside the days before", async () => {
    const { page, goto, signIn } = stage();
    await signIn();
    await goto("#/reports/7");
    const tiles = page.locator(".report-tile");
    await tiles.first().waitFor();
    expect(await tiles.allInnerTexts()).toEqual([
      "Opened\n12\n100% more than in the 7 days before",
      "Resolved\n8\nAs in the 7 days before",
      "First response · Median\n1 min 30 sec\nNothing to compare with before",
      "Resolution · Median\n1 min 30 sec\nNothing to compare with before",
      "Satisfied\n80%\nOf 10 ratings, 4.2 on average\n50% in the 7 days before",
    ]);
    expect(await page.title()).toBe("Reports · Chask");
    await page.getByText("Days and hours of America/La Paz, the organization’s time zone.").waitFor();
  });

  test("can be taken along as files whose names and figures are for programs", async () => {
    const { page, goto, signIn } = stage();
    await signIn();
    await goto("#/reports/2026-11-24_2026-11-25");
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download “First response” as CSV" }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toBe("chask-first-response-2026-11-24-2026-11-25.csv");
    expect(await readFile(await file.path(), "utf8")).toBe(
      "day,count,median_seconds,p90_seconds\r\n2026-11-24,,,\r\n2026-11-25,4,90,252\r\n",
    );
  });

  test("what visitors said is a list, and a file without formulas", async () => {
    const { page, goto, signIn } = stage();
    await signIn();
    await goto("#/reports");
    await page.locator(".said", { hasText: "=1+1, slow" }).waitFor();
    expect(await page.locator(".said strong").allInnerTexts()).toEqual(["2 of 5", "5 of 5"]);
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download “What visitors said” as CSV" }).click();
    expect(await readFile(await (await coming).path(), "utf8")).toBe(
      [
        "time,score,comment,visitor,tags,conversation",
        `2026-11-25T10:00:00Z,2,"'=1+1, slow",'@Ada,'-late; billing,018f3c5e-7a10-7c3e-9b1a-0c6f5d2e4a01`,
        "2026-11-25T10:00:00Z,5,,,,018f3c5e-7a10-7c3e-9b1a-0c6f5d2e4a02",
        "",
      ].join("\r\n"),
    );
  });

  test("own days are asked for, and days in the wrong order are not", async () => {
    const { page, goto, signIn } = stage();
    await signIn();
    await goto("#/reports");
    await page.getByRole("button", { name: "Own period" }).click();
    await page.getByLabel("From").fill("2026-05-31");
    await page.getByLabel("To", { exact: true }).fill("2026-05-01");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await page.getByText("Choose a first day before the last").waitFor();
    await page.getByLabel("From").fill("2026-04-01");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await page.waitForURL("**/#/reports/2026-04-01_2026-05-01");
    expect(await page.getByLabel("From").inputValue()).toBe("2026-04-01");
  });
});
