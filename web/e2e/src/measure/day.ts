/**
 * Measures a long day in the console, with the processor slowed down four times: an agent walks through hundreds of
 * conversations in one tab. Prints how long each took from the key to its last message, the tasks over 50 ms, and what the
 * tab holds on to (heap after a collection, elements, listeners) at the beginning and at the end; what is kept of the
 * conversations that were left must not grow for ever. Run it after `./chask build`: `npm run measure:day -w @chask/e2e`.
 */
import type { CDPSession, Page } from "playwright-core";
import { withSeededServer } from "./server.ts";
import { median, quantile, slowdown, withList } from "./slowed.ts";

const conversations = Number(process.env["CONVERSATIONS"] ?? 500);
const steps = 5;

interface Opened {
  /** Milliseconds from the key to the last message, of each conversation. */
  readonly times: readonly number[];
  readonly tasks: readonly number[];
}

/** Presses `j` so many times, each when the conversation before is there. */
async function walk(page: Page, count: number): Promise<Opened> {
  return page.evaluate(async (presses) => {
    const tasks: number[] = [];
    const times: number[] = [];
    const observer = new PerformanceObserver((list) =>
      list.getEntries().forEach(({ duration }) => tasks.push(Math.round(duration))),
    );
    observer.observe({ entryTypes: ["longtask"] });
    for (let pressed = 0; pressed < presses; pressed++) {
      const before = window.location.hash;
      const last = document.querySelector(".thread-list .message");
      const begun = performance.now();
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true }));
      // oxlint-disable-next-line no-await-in-loop -- one conversation after the other
      await new Promise<void>((resolve) => {
        const look = (): void => {
          const shown = document.querySelector(".thread-list .message");
          if (window.location.hash === before || shown === null || shown === last) {
            requestAnimationFrame(look);
          } else {
            resolve();
          }
        };
        look();
      });
      times.push(performance.now() - begun);
    }
    observer.disconnect();
    return { times, tasks };
  }, count);
}

async function held(devtools: CDPSession): Promise<string> {
  await devtools.send("HeapProfiler.collectGarbage");
  const { metrics } = await devtools.send("Performance.getMetrics");
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0;
  const heap = (of("JSHeapUsedSize") / 1_048_576).toFixed(1);
  return `${heap} MiB of heap, ${of("Nodes")} nodes, ${of("JSEventListeners")} listeners`;
}

// Most of what is invented is resolved, and not in the list that is walked through.
await withSeededServer("Measure", conversations * 4, (server) =>
  withList(server, async (page) => {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Performance.enable");
    console.log(`processor slowed down ${slowdown} times, ${conversations} conversations opened in one tab`);
    console.log(`at the list: ${await held(devtools)}`);
    for (let step = 1; step <= steps; step++) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { times, tasks } = await walk(page, Math.round(conversations / steps));
      const slow = tasks.filter((task) => task > 50).length;
      console.log(
        `after ${Math.round((conversations / steps) * step)}: opened in ${Math.round(median(times))} ms (median), ` +
          // oxlint-disable-next-line no-await-in-loop
          `${Math.round(quantile(times, 0.9))} ms (9 of 10), ${Math.round(Math.max(...times))} ms (slowest); ${slow} tasks over 50 ms; ${await held(devtools)}`,
      );
    }
  }),
);
