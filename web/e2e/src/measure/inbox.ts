/**
 * Measures the console before 10,000 conversations, with the processor slowed down four times: how long from signing in
 * to a list that can be used, and the longest task while the whole list is scrolled through. Prints the figures; ends
 * with 1 when one is over its limit. Run it after `./chask build`: `npm run measure:inbox -w @chask/e2e`.
 */
import type { Page } from "playwright-core";
import { launchChromium } from "../../../../scripts/chromium.ts";
import { type SeededServer, withSeededServer } from "./server.ts";

const conversations = Number(process.env["CONVERSATIONS"] ?? 10_000);
const slowdown = 4;
const longestTask = 50;
const longestStart = 1_000;

/** Milliseconds from the press of the button to the first row that is there to be clicked. */
async function signIn(page: Page, { baseUrl, email, password }: SeededServer): Promise<number> {
  await page.goto(`${baseUrl}/console/`);
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(password);
  return page.evaluate(async () => {
    const begun = performance.now();
    document.querySelector<HTMLButtonElement>("button[type=submit]")?.click();
    await new Promise<void>((resolve) => {
      const look = (): void =>
        document.querySelector("a.inbox-row") === null ? void requestAnimationFrame(look) : resolve();
      look();
    });
    return performance.now() - begun;
  });
}

interface Scrolled {
  readonly rows: number;
  readonly longest: number;
  readonly over: number;
}

/** Scrolls until the list is at its end, most of a screen a frame, and tells of the long tasks. */
async function scroll(page: Page): Promise<Scrolled> {
  return page.evaluate(async (limit) => {
    const tasks: number[] = [];
    new PerformanceObserver((list) =>
      list.getEntries().forEach(({ duration }) => tasks.push(duration)),
    ).observe({
      entryTypes: ["longtask"],
    });
    let still = 0;
    let rows = 0;
    // While there is more, placeholders stand at the end of the list.
    while (still < (document.querySelector(".inbox-list div.inbox-row") === null ? 60 : 1_800)) {
      // Looked up at each step: the list may be drawn anew.
      const list = document.querySelector(".inbox .rows");
      const before = list?.scrollTop;
      list?.scrollBy(0, list.clientHeight * 0.8);
      // oxlint-disable-next-line no-await-in-loop -- a step a frame
      await new Promise((resolve) => requestAnimationFrame(resolve));
      still = list?.scrollTop === before ? still + 1 : 0;
      rows = Math.max(rows, Math.round((list?.scrollHeight ?? 0) / 64));
    }
    return { rows, longest: Math.max(0, ...tasks), over: tasks.filter((task) => task > limit).length };
  }, longestTask);
}

interface Traced {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the thread itself. */
  readonly tdur?: number;
  readonly args: Readonly<Record<string, unknown>>;
}

/** Milliseconds that the page's main thread has worked on one task: on a busy machine a task lasts longer than that. */
function busiestTask(trace: Buffer): number {
  const { traceEvents }: { readonly traceEvents: readonly Traced[] } = JSON.parse(trace.toString());
  const thread = ({ pid, tid }: Traced): string => `${pid}:${tid}`;
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args["name"] === "CrRendererMain")
      .map(thread),
  );
  return traceEvents
    .filter((event) => event.name.endsWith("RunTask") && mains.has(thread(event)))
    .reduce((most, { tdur = 0 }) => Math.max(most, tdur / 1_000), 0);
}

async function measure(server: SeededServer): Promise<boolean> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    const start = await signIn(page, server);
    // What follows the first view is loaded now, the thread's part at last.
    await page.waitForFunction(() =>
      performance.getEntriesByType("resource").some(({ name }) => name.includes("/ConversationView-")),
    );
    await page.waitForLoadState("networkidle");
    await browser.startTracing(page, { categories: ["toplevel", "__metadata"] });
    const { rows, longest, over } = await scroll(page);
    const busiest = busiestTask(await browser.stopTracing());
    console.log(`processor slowed down   ${slowdown} times`);
    console.log(`sign-in to usable list  ${Math.round(start)} ms (limit ${longestStart})`);
    console.log(`rows scrolled through   ${rows}`);
    console.log(`longest task            ${Math.round(longest)} ms (limit ${longestTask}), ${over} over it`);
    console.log(
      `its processor time      ${Math.round(busiest)} ms at most, what other programs took left out`,
    );
    return start <= longestStart && over === 0;
  } finally {
    await browser.close();
  }
}

process.exitCode = (await withSeededServer("Measure", conversations, measure)) ? 0 : 1;
