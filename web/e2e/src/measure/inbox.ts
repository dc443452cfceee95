/**
 * Measures the console before 10,000 conversations, with the processor slowed down four times: how long from signing in
 * to a list that can be used, and the longest task while the whole list is scrolled through. Does so several times, each
 * in a new browser, prints every figure, and ends with 1 when a median is over its limit: one run says too much of what
 * else the machine was doing. The last time a trace tells the processor's time of the busiest task; tracing costs a core of
 * its own, so that time counts for nothing else. Run it after `./chask build`: `npm run measure:inbox -w @chask/e2e`.
 */
import type { Page } from "playwright-core";
import { type SeededServer, withSeededServer } from "./server.ts";
import { median, slowdown, withList } from "./slowed.ts";

const conversations = Number(process.env["CONVERSATIONS"] ?? 10_000);
const runs = Number(process.env["RUNS"] ?? 5);
const longestTask = 50;
const longestStart = 1_000;

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

interface Measured extends Scrolled {
  /** Milliseconds from signing in to the list. */
  readonly start: number;
}

function measureOnce(server: SeededServer): Promise<Measured> {
  return withList(server, async (page, start) => ({ start, ...(await scroll(page)) }));
}

function measureWork(server: SeededServer): Promise<number> {
  return withList(server, async (page, _, browser) => {
    await browser.startTracing(page, { categories: ["toplevel", "__metadata"] });
    await scroll(page);
    return busiestTask(await browser.stopTracing());
  });
}

async function measure(server: SeededServer): Promise<boolean> {
  const measured: Measured[] = [];
  for (let run = 0; run < runs; run++) {
    // oxlint-disable-next-line no-await-in-loop -- two at once would measure each other
    measured.push(await measureOnce(server));
  }
  const all = (figure: (one: Measured) => number): string =>
    measured.map((one) => Math.round(figure(one))).join(", ");
  console.log(`processor slowed down   ${slowdown} times`);
  console.log(`sign-in to usable list  ${all(({ start }) => start)} ms (limit ${longestStart})`);
  console.log(`rows scrolled through   ${all(({ rows }) => rows)}`);
  console.log(`longest task            ${all(({ longest }) => longest)} ms (limit ${longestTask})`);
  console.log(`tasks over the limit    ${all(({ over }) => over)}`);
  const busiest = Math.round(await measureWork(server));
  console.log(
    `most processor time     ${busiest} ms a task while it is traced, what other programs took left out`,
  );
  return (
    median(measured.map(({ start }) => start)) <= longestStart &&
    median(measured.map(({ over }) => over)) === 0
  );
}

process.exitCode = (await withSeededServer("Measure", conversations, measure)) ? 0 : 1;
