/**
 * Measures one long conversation in the console, with the processor slowed down four times: how long from the click to its
 * last message, and the tasks over 50 ms while it is scrolled up to its first. Prints every figure and judges none: each
 * page of 50 messages is measured by the browser as it comes, which no one row's height foretells. Run it after
 * `./chask build`: `npm run measure:thread -w @chask/e2e`.
 */
import type { Page } from "playwright-core";
import { signIn, type Agent } from "../harness/agent.ts";
import { text } from "../harness/json.ts";
import { type SeededServer, withSeededServer } from "./server.ts";
import { slowdown, withList } from "./slowed.ts";

const messages = Number(process.env["MESSAGES"] ?? 1_000);
const runs = Number(process.env["RUNS"] ?? 3);
const limit = 50;

const sentences = [
  "Where is my order? It should have come on Tuesday.",
  "¿Puedo cambiar la dirección de entrega antes de que salga el paquete?",
  "Obrigado! Vou tentar de novo com o outro cartão e aviso se der errado.",
  "https://example.com/orders/1042 says that it is on its way since Monday, and nothing more than that.",
];

function content(number: number): string {
  return Array.from(
    { length: 1 + (number % 5) },
    (_, part) => sentences[(number + part) % sentences.length],
  ).join(" ");
}

async function fill(agent: Agent): Promise<string> {
  const [first] = await agent.conversations();
  const id = text(first, "id");
  for (let number = 0; number < messages; number++) {
    // oxlint-disable-next-line no-await-in-loop -- in their order
    await agent.reply(id, content(number));
  }
  return id;
}

/** Milliseconds from the click to the last message. */
async function open(page: Page, id: string): Promise<number> {
  return page.evaluate(async (conversation) => {
    const begun = performance.now();
    window.location.hash = `#/conversations/${conversation}`;
    await new Promise<void>((resolve) => {
      const look = (): void =>
        document.querySelector(".thread-list .message") === null
          ? void requestAnimationFrame(look)
          : resolve();
      look();
    });
    return performance.now() - begun;
  }, id);
}

interface Scrolled {
  readonly frames: number;
  readonly tasks: readonly number[];
}

/** Half a screen a frame, up to the first message. */
async function scrollUp(page: Page): Promise<Scrolled> {
  return page.evaluate(async () => {
    const tasks: number[] = [];
    new PerformanceObserver((list) =>
      list.getEntries().forEach(({ duration }) => tasks.push(Math.round(duration))),
    ).observe({ entryTypes: ["longtask"] });
    let still = 0;
    let frames = 0;
    while (still < 120) {
      const list = document.querySelector(".thread-list");
      const before = list?.scrollTop;
      list?.scrollBy(0, -list.clientHeight / 2);
      // oxlint-disable-next-line no-await-in-loop -- a step a frame
      await new Promise((resolve) => requestAnimationFrame(resolve));
      frames++;
      still = list?.scrollTop === before ? still + 1 : 0;
    }
    return { frames, tasks };
  });
}

async function measure(server: SeededServer): Promise<void> {
  const id = await fill(await signIn(server.baseUrl, server.organization));
  console.log(`processor slowed down ${slowdown} times, ${messages} messages`);
  for (let run = 0; run < runs; run++) {
    // oxlint-disable-next-line no-await-in-loop -- two at once would measure each other
    await withList(server, async (page) => {
      const opened = await open(page, id);
      await page.waitForLoadState("networkidle");
      const { frames, tasks } = await scrollUp(page);
      const over = tasks.filter((task) => task > limit).toSorted((one, other) => other - one);
      console.log(
        `opened in ${Math.round(opened)} ms; ${over.length} tasks over ${limit} ms in ${frames} frames: ${over.slice(0, 12).join(", ")}`,
      );
    });
  }
}

await withSeededServer("Measure", 60, measure);
