import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { axeFindings } from "../../../scripts/axe.ts";
import { hold, useStage } from "./console.ts";

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

  test("stand beside the period before", async () => {
    const { page, goto, signIn } = stage();
    await signIn();
    await goto("#/reports/7");
    const tiles = page.locator(".report-tiles[aria-busy=false] .report-tile");
    await tiles.nth(4).waitFor();
    expect(await tiles.allInnerTexts()).toEqual([
      "Opened\n12\n100% more than in the period before",
      "Resolved\n8\nAs in the period before",
      "First response · Median\n1 min 30 sec\nNothing to compare with before",
      "Resolution · Median\n1 min 30 sec\nNothing to compare with before",
      "Satisfied\n80%\nRatings: 10, average 4.2\n50% in the period before",
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
      "\uFEFFday,count,median_seconds,p90_seconds\r\n2026-11-24,,,\r\n2026-11-25,4,90,252\r\n",
    );
  });

  test("what visitors said is a list, and a file of all of it without formulas", async () => {
    const { page, goto, signIn } = stage();
    await signIn();
    await goto("#/reports");
    await page.locator(".said", { hasText: "=1+1, slow" }).waitFor();
    expect(await page.locator(".said strong").allInnerTexts()).toEqual(["2 of 5", "5 of 5"]);
    await page
      .getByText("Of 4 ratings the newest 2, with the visitors’ own words. The CSV has all of them.")
      .waitFor();
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download “What visitors said” as CSV" }).click();
    expect(await readFile(await (await coming).path(), "utf8")).toBe(
      [
        "\uFEFFtime,score,comment,visitor,tags,conversation",
        `2026-11-25T10:00:00Z,2,"'=1+1, slow",'@Ada,'-late; billing,018f3c5e-7a10-7c3e-9b1a-0c6f5d2e4a01`,
        "2026-11-25T10:00:00Z,5,,,,018f3c5e-7a10-7c3e-9b1a-0c6f5d2e4a02",
        "2026-11-25T10:00:00Z,1,older 1,,,018f3c5e-7a10-7c3e-9b1a-0c6f5d2e4a02",
        "2026-11-25T10:00:00Z,2,older 2,,,018f3c5e-7a10-7c3e-9b1a-0c6f5d2e4a02",
        "",
      ].join("\r\n"),
    );
  });

  test("a file that cannot be had whole is not made, and the page says why", async () => {
    const { page, goto, signIn } = stage();
    await signIn();
    await page.route(/cursor=2/u, (route) =>
      route.fulfill({ status: 503, json: { reason: "BUSY" }, contentType: "application/problem+json" }),
    );
    await goto("#/reports");
    await page.locator(".said").waitFor();
    let files = 0;
    page.on("download", () => (files += 1));
    const button = page.getByRole("button", { name: "Download “What visitors said” as CSV" });
    await button.click();
    await page.locator(".notice", { hasText: "The server is busy" }).waitFor();
    expect(files).toBe(0);
    await page.unroute(/cursor=2/u);
    const coming = page.waitForEvent("download");
    await button.click();
    expect((await coming).suggestedFilename()).toMatch(/^chask-ratings-/u);
  });

  test("a report that does not come takes no other away, and can be asked for again", async () => {
    const { page, goto, signIn, faults } = stage();
    await signIn();
    await page.route("**/v1/reports/funnel?*", (route) => route.abort());
    await goto("#/reports");
    const widget = page.getByRole("region", { name: "Widget" });
    await widget.getByText("The server does not answer.").waitFor();
    await page.locator(".said").waitFor();
    await page.locator(".report-tiles[aria-busy=false] .report-tile").nth(4).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.unroute("**/v1/reports/funnel?*");
    await widget.getByRole("button", { name: "Try again" }).click();
    await page.locator(".funnel").waitFor();
    expect(faults.splice(0).every((fault) => fault.includes("ERR_FAILED"))).toBe(true);
  });

  test("own days are asked for, and days in the wrong order are not", async () => {
    const { page, goto, signIn } = stage();
    await signIn();
    await goto("#/reports");
    await page.getByRole("button", { name: "Custom period" }).click();
    await page.getByLabel("From").fill("2026-05-31");
    await page.getByLabel("To", { exact: true }).fill("2026-05-01");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await page.getByText("The first day must not come after the last").waitFor();
    await page.getByLabel("From").fill("2026-04-01");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await page.waitForURL("**/#/reports/2026-04-01_2026-05-01");
    expect(await page.getByLabel("From").inputValue()).toBe("2026-04-01");
    await page.getByRole("button", { name: "Show", exact: true }).and(page.locator(":focus")).waitFor();
    await goto("#/reports/7");
    await page.getByLabel("From").waitFor({ state: "detached" });
    await goto("#/reports/2026-11-01_2026-11-02");
    await expect.poll(() => page.getByLabel("From").inputValue()).toBe("2026-11-01");
    await goto("#/reports/2026-11-01_2026-11-03");
    await expect.poll(() => page.getByLabel("To", { exact: true }).inputValue()).toBe("2026-11-03");
  });

  test("another period takes nothing away until its figures are there, and moves nothing", async () => {
    const { page, goto, signIn } = stage();
    await signIn();
    await goto("#/reports/7");
    await page.locator(".funnel").waitFor();
    await page.locator(".said").waitFor();
    const card = page.getByRole("region", { name: "Conversations", exact: true });
    const tiles = page.locator(".report-tiles");
    const before = await card.boundingBox();
    const { until, release } = hold();
    await page.route("**/v1/reports/*", async (route) => {
      await until;
      await route.continue();
    });
    await page.getByRole("link", { name: "30 days" }).click();
    await tiles.and(page.locator("[aria-busy=true]")).waitFor();
    await card.and(page.locator("[aria-busy=true]")).waitFor();
    await tiles.getByText("100% more than in the period before").waitFor();
    expect(await card.boundingBox()).toEqual(before);
    release();
    await tiles.and(page.locator("[aria-busy=false]")).waitFor();
    await card.and(page.locator("[aria-busy=false]")).waitFor();
    expect(await card.boundingBox()).toEqual(before);
  });

  test("the first figures come to where their places were", async () => {
    const { page, goto, signIn } = stage();
    await signIn();
    const { until, release } = hold();
    await page.route("**/v1/reports/*", async (route) => {
      await until;
      await route.continue();
    });
    await goto("#/reports/7");
    const first = page.locator(".report-cards > :first-child");
    await first.and(page.locator(".report-waiting")).waitFor();
    const before = await first.boundingBox();
    release();
    await page.locator(".funnel").waitFor();
    await page.locator(".said").waitFor();
    expect(await first.and(page.locator(".report-card")).boundingBox()).toEqual(before);
  });

  test("are asked for every minute while the period has not ended, and once when it has", async () => {
    const { page, goto, signIn } = stage();
    await page.clock.install({ time: new Date("2026-11-25T15:00:00Z") });
    await signIn();
    let asked = 0;
    page.on("request", (request) => (asked += request.url().includes("/v1/reports/messages") ? 1 : 0));
    // The minute begins when the figures are there.
    const show = async (period: string): Promise<void> => {
      const answered = page.waitForResponse(/\/v1\/reports\/messages/u);
      await goto(`#/reports/${period}`);
      await answered;
      await page
        .locator(".report-cards [aria-busy=true], .report-waiting")
        .first()
        .waitFor({ state: "detached" });
    };
    await show("2026-11-20_2026-11-24");
    await page.clock.runFor(120_000);
    expect(asked).toBe(1);
    await show("7");
    expect(asked).toBe(2);
    await page.clock.runFor(61_000);
    await expect.poll(() => asked).toBe(3);
  });

  test("lead an agent, for whom they are not, to the conversations, and say why", async () => {
    const { page, goto, signIn, server } = stage();
    server.world.open({ name: "Grace" }, "Hi");
    await page.route("**/v1/sessions/current", async (route) => {
      const answer = await route.fetch();
      const { agent } = await answer.json();
      await route.fulfill({ response: answer, json: { agent: { ...agent, role: "agent" } } });
    });
    await page.setViewportSize({ width: 390, height: 800 });
    await signIn();
    await goto("#/reports/7");
    await page.getByText("The reports are for admins and owners.").waitFor();
    await page.waitForURL("**/#/");
    await page.getByRole("link", { name: /Grace/u }).waitFor();
    expect(await page.locator(".desk-main").isVisible()).toBe(false);
  });
});

/// Runs in the page: labels of charts that are not whole to be seen, or that run into the next.
function faultyLabels(): readonly string[] {
  return [...document.querySelectorAll(".plot")].flatMap((plot) => {
    const frame = plot.getBoundingClientRect();
    const texts = [...plot.querySelectorAll("text")];
    const out = texts.filter((text) => {
      const { left, right } = text.getBoundingClientRect();
      return left < frame.left || right > frame.right;
    });
    const places = [...plot.querySelectorAll(".plot-places text")];
    const close = places.filter((text, number) => {
      const before = places[number - 1]?.getBoundingClientRect().right ?? 0;
      return text.getBoundingClientRect().left < before + 4;
    });
    return [...out, ...close].map(({ textContent }) => textContent ?? "");
  });
}

describe.each([{ locale: "en-US" }, { locale: "es-BO" }, { locale: "pt-BR" }])(
  "charts in $locale",
  (look) => {
    const stage = useStage(look);

    test("show every label whole, in a wide and in a narrow window, of days and of more than a year", async () => {
      const { page, goto, signIn } = stage();
      await signIn();
      // A chart takes the width of its place a moment after it is drawn.
      const wholeLabels = (): Promise<void> => expect.poll(() => page.evaluate(faultyLabels)).toEqual([]);
      let days = 30;
      const spread = { count: 3, median: 130, p90: 130_000 };
      await page.route("**/v1/reports/conversations?*", (route) => {
        const rows = Array.from({ length: days }, (_, day) => ({
          day: new Date(Date.UTC(2025, 10, 25 + day)).toISOString().slice(0, 10),
          opened: 1_234_567,
          resolved: 3,
          firstResponse: { ...spread, p90: 140 },
          resolution: spread,
        }));
        const total = { opened: 1_234_567, resolved: 3 };
        return route.fulfill({ json: { report: { days: rows, total, before: total } } });
      });
      await goto("#/reports/30");
      await page.locator(".plot-readings rect:nth-child(30)").nth(2).waitFor();
      await wholeLabels();
      days = 366;
      await goto("#/reports/2025-11-25_2026-11-25");
      await page.locator(".plot-readings rect:nth-child(366)").nth(2).waitFor();
      await wholeLabels();
      await page.setViewportSize({ width: 390, height: 800 });
      await wholeLabels();
    });
  },
);
