import type { Page, Route } from "playwright-core";
import { expect, test } from "vitest";
import { called, calls, open, run, send, useWorld, type Visit } from "./harness.ts";

const world = useWorld();

/** Counts what hangs on the page from before its first script: listeners outside the widget's element, and timers. */
const counting = `
  const kept = new Set();
  const add = EventTarget.prototype.addEventListener;
  const remove = EventTarget.prototype.removeEventListener;
  const ids = new WeakMap();
  const idOf = (object) => { if (!ids.has(object)) { ids.set(object, crypto.randomUUID()); } return ids.get(object); };
  const nameOf = (target, type, listener) => \`\${target.constructor.name} \${type} \${idOf(target)} \${idOf(listener)}\`;
  const isOurs = () => new Error().stack.includes("/widget");
  const isWatched = (target) => [Window, Document, VisualViewport, MediaQueryList, NetworkInformation]
    .some((kind) => target instanceof kind);
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? window;
    add.call(target, type, listener, options);
    if (listener && isOurs() && isWatched(target) && !options?.signal?.aborted) {
      const name = nameOf(target, type, listener);
      kept.add(name);
      if (options?.signal) { add.call(options.signal, "abort", () => kept.delete(name)); }
      if (options?.once) { add.call(target, type, () => kept.delete(name), { once: true }); }
    }
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this ?? window;
    remove.call(target, type, listener, options);
    if (listener) { kept.delete(nameOf(target, type, listener)); }
  };
  for (const [start, stop] of [["setTimeout", "clearTimeout"], ["setInterval", "clearInterval"]]) {
    const [begin, end] = [window[start], window[stop]];
    window[start] = (run, milliseconds, ...rest) => {
      const timer = begin(() => { if (start === "setTimeout") { kept.delete(name); } run(); }, milliseconds, ...rest);
      const name = \`\${start} \${milliseconds} \${timer}\`;
      if (isOurs()) { kept.add(name); }
      return timer;
    };
    window[stop] = (timer) => {
      [...kept].filter((name) => name.startsWith("set") && name.endsWith(\` \${timer}\`)).forEach((name) => kept.delete(name));
      end(timer);
    };
  }
  window.leftovers = () => [...kept].map((name) => name.split(" ").slice(0, 2).join(" ")).toSorted();
`;

/** Gives the requests to a path to the test, which lets them go on when it wants. */
async function hold(
  page: Page,
  path: RegExp,
): Promise<{ readonly asked: Promise<unknown>; letGo(): Promise<void> }> {
  const held: Route[] = [];
  let free = false;
  const asked = page.waitForRequest((request) => request.method() !== "OPTIONS" && path.test(request.url()));
  await page.route(path, async (route) => {
    if (free || route.request().method() === "OPTIONS") {
      await route.continue();
    } else {
      held.push(route);
    }
  });
  return {
    asked,
    letGo: async () => {
      free = true;
      await Promise.all(held.map((route) => route.continue().catch(() => undefined)));
    },
  };
}

/** A page whose widget waits for `init` by the test. */
async function waitingPage(): Promise<Visit> {
  const { page, faults } = await world.visit({
    head: `<script>${counting}</script>`,
    config: "autoStart: false,",
  });
  return { page, faults };
}

/** After all that was held has arrived and had its turn. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await run(
    page,
    "fetch('/').then((answer) => answer.text()).then(() => new Promise(requestAnimationFrame))",
  );
}

async function expectNothingLeft({ page, faults }: Visit): Promise<void> {
  expect(faults).toEqual([]);
  expect(await page.locator("chask-widget").count()).toBe(0);
  expect(await run(page, "leftovers()")).toEqual([]);
  await expect.poll(() => world.model.streams).toBe(0);
}

const upload = `ChaskWidget.uploadFile(new File(["x"], "x.png", { type: "image/png" }))`;

test.each([
  ["the settings are on their way", /widget\/settings/u, "ChaskWidget.start()"],
  ["the chat's file is on its way", /\/session\.js/u, "ChaskWidget.start(), ChaskWidget.open()"],
  ["the window's file is on its way", /\/panel\.js/u, "ChaskWidget.start(), ChaskWidget.open()"],
  ["the words are on their way", /\/en\.js/u, "ChaskWidget.start(), ChaskWidget.open()"],
  ["the session is on its way", /widget\/session/u, "ChaskWidget.start(), ChaskWidget.open()"],
  [
    "a visitor is being identified",
    /widget\/user/u,
    "ChaskWidget.start(), ChaskWidget.identify({ name: 'Ada' })",
  ],
  ["an upload is on its way", /widget\/attachments/u, `ChaskWidget.start(), ${upload}`],
] as const)("destroy while %s leaves nothing and tells nothing", async (_, path, begin) => {
  const visit = await waitingPage();
  const { page } = visit;
  const held = await hold(page, path);
  await run(page, `void (${begin})`);
  await held.asked;
  await run(page, "ChaskWidget.destroy()");
  const before = await run(page, "log.length");
  await held.letGo();
  await settled(page);
  await expectNothingLeft(visit);
  expect(await run(page, "log.length")).toBe(before);
});

test("destroy of a chat in use leaves no listener, timer or stream, and tells nothing more", async () => {
  const visit = await waitingPage();
  const { page } = visit;
  await run(page, "void ChaskWidget.start()");
  await called(page, "onReady");
  await open(page);
  await send(page, "Bye");
  await called(page, "onMessageSent");
  expect(await run(page, "leftovers()")).not.toEqual([]);
  await run(page, "void ChaskWidget.sendMessage('unsent'); ChaskWidget.destroy()");
  const before = await run(page, "log.length");
  await settled(page);
  await expectNothingLeft(visit);
  expect(await run(page, "log.length")).toBe(before);
});

test("a callback that destroys the widget is the last one to be called", async () => {
  const visit = await waitingPage();
  const { page } = visit;
  await run(
    page,
    `ChaskWidget.on("ready", () => { log.push(["listener"]); ChaskWidget.destroy(); });
     ChaskWidget.on("ready", () => log.push(["second listener"])); void ChaskWidget.start()`,
  );
  await page.waitForFunction("log.length > 1");
  await settled(page);
  expect(await run(page, "log.map(([name]) => name)")).toEqual(["onReady", "listener"]);
  await expectNothingLeft(visit);
});

test("what destroy ends is told to whoever waits for it, and to no callback", async () => {
  const visit = await waitingPage();
  const { page } = visit;
  const held = await hold(page, /widget\/settings/u);
  await run(page, "globalThis.waiting = [ChaskWidget.start(), ChaskWidget.sendMessage('x')]; 0");
  await held.asked;
  await run(page, "ChaskWidget.destroy()");
  const errors =
    "Promise.all(waiting.map((one) => one.catch(({ code, details }) => [code, details.reason])))";
  const ended = ["CONNECTION_ERROR", "DESTROYED"];
  expect(await run(page, errors)).toEqual([ended, ended]);
  expect(await calls(page, "onError")).toEqual([]);
  await held.letGo();
});
