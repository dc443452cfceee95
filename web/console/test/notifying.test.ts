import { describe, expect, test } from "vitest";
import { axeFindings } from "../../../scripts/axe.ts";
import { useStage, type Stage } from "./console.ts";

/// A browser that was not asked yet, and answers as it is told to.
function unasked(answer: NotificationPermission): string {
  return `window.Notification = class extends EventTarget {
    static permission = "default";
    static async requestPermission() { return (Notification.permission = "${answer}"); }
  };`;
}

async function offered({ page, signIn }: Stage, name: string, answer: NotificationPermission = "granted") {
  await page.addInitScript(unasked(answer));
  await signIn();
  const nudge = page.getByRole("region", { name });
  await nudge.waitFor();
  return nudge;
}

describe.each([
  { locale: "en-US", colorScheme: "light", name: "Know when somebody writes" },
  { locale: "es-BO", colorScheme: "dark", name: "Entérate cuando alguien escribe" },
  { locale: "pt-BR", colorScheme: "light", name: "Saiba quando alguém escrever" },
] as const)("in $locale, $colorScheme", ({ name, ...look }) => {
  const stage = useStage(look);

  test("notifications are offered below the list, and axe finds nothing", async () => {
    const nudge = await offered(stage(), name);
    expect(await nudge.getByRole("button").count()).toBe(2);
    expect(await axeFindings(stage().page)).toEqual([]);
  });
});

describe("on a desk", () => {
  const stage = useStage();
  const name = "Know when somebody writes";

  test("who does not want notifications is not offered them again, and his focus stays in the column", async () => {
    const nudge = await offered(stage(), name);
    const { page } = stage();
    await nudge.getByRole("button", { name: "Not now" }).focus();
    await page.keyboard.press("Enter");
    await nudge.waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.closest("nav") !== null)).toBe(true);
    await page.reload();
    await page.locator(".inbox-list").waitFor();
    await page.waitForLoadState("networkidle");
    expect(await nudge.count()).toBe(0);
  });

  test.each(["granted", "denied"] as const)("once it is %s, nothing is offered", async (answer) => {
    const nudge = await offered(stage(), name, answer);
    await nudge.getByRole("button", { name: "Allow notifications" }).click();
    await nudge.waitFor({ state: "detached" });
    expect(await stage().page.evaluate("Notification.permission")).toBe(answer);
  });

  test("a browser that has closed its question without an answer is asked again", async () => {
    const nudge = await offered(stage(), name, "default");
    await nudge.getByRole("button", { name: "Allow notifications" }).click();
    expect(await nudge.isVisible()).toBe(true);
  });

  test("each of the sounds is played when it is chosen, and none is another's", async () => {
    const { page, signIn, goto } = stage();
    await page.addInitScript(`
      window.played = [];
      const start = OscillatorNode.prototype.start;
      OscillatorNode.prototype.start = function (at) {
        window.played.push(this.type + " " + this.frequency.value);
        return start.call(this, at);
      };`);
    await signIn();
    await goto("#/settings/notifications");
    const played: unknown[] = [];
    for (const [sound, tones] of [
      ["Drop", 1],
      ["Knock", 2],
      ["Chime", 2],
    ] as const) {
      // oxlint-disable no-await-in-loop -- one after the other
      await page.getByText(sound, { exact: true }).click();
      await page.waitForFunction(`window.played.length === ${tones}`);
      played.push(await page.evaluate("window.played.splice(0).join()"));
      // oxlint-enable no-await-in-loop
    }
    await page.getByText("None", { exact: true }).click();
    expect(await page.evaluate("window.played.length")).toBe(0);
    expect(new Set(played).size).toBe(3);
  });
});

/// Allowed to notify, and refuses to make a notification, as browsers of phones do without a service worker.
const refusing = `window.tries = 0;
window.Notification = class extends EventTarget {
  static permission = "granted";
  constructor() { super(); window.tries += 1; throw new TypeError("Illegal constructor"); }
};`;

/// Allowed to notify; tells what of its notifications stands on the screen.
const showing = `window.shown = [];
window.Notification = class extends EventTarget {
  static permission = "granted";
  constructor(title, { tag }) {
    super();
    window.shown = [...window.shown.filter((other) => other.tag !== tag), { title, tag, by: this }];
    window.made = (window.made ?? 0) + 1;
  }
  close() { window.shown = window.shown.filter(({ by }) => by !== this); }
};`;

const cannot = "This browser cannot show notifications of the console.";
const phone = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true } as const;

describe.each([
  { where: "a desk", options: {} },
  { where: "a phone", options: phone },
])("on $where", ({ options }) => {
  const stage = useStage(options);

  async function open(browser: string): Promise<void> {
    const { page, signIn, goto } = stage();
    await page.addInitScript(browser);
    await signIn();
    await goto("#/settings/notifications");
  }

  test("a browser that refuses is offered no switches once it was tried, and is not tried again", async () => {
    await open(refusing);
    const { page } = stage();
    await page.getByRole("button", { name: "Show one now" }).click();
    await page.getByText(cannot).waitFor();
    expect(await page.getByRole("switch", { name: "Show notifications" }).count()).toBe(0);
    await page.reload();
    await page.getByText(cannot).waitFor();
    expect(await page.getByRole("button", { name: "Show one now" }).count()).toBe(0);
    expect(await page.evaluate("window.tries")).toBe(0);
  });

  test("a browser that has refused before is offered them again once it shows a message", async () => {
    const { page, goto, server } = stage();
    await page.addInitScript(`localStorage["chask.console.notificationsRefused"] ??= "true";`);
    await open(showing);
    await page.getByText(cannot).waitFor();
    const conversation = server.world.open({ name: "Grace" });
    // Later than this console, whenever it gets its connection.
    const timestamp = new Date(Date.now() + 60_000).toISOString();
    server.world.append(conversation, { sender: "user", content: "Hello?", timestamp });
    const shown = (): Promise<unknown> => {
      // Told until it is heard: what notifies is loaded last, and takes a message once.
      server.stream.tell(server.world.inbox(conversation));
      return page.evaluate("window.shown.map(({ title }) => title)");
    };
    await expect.poll(shown).toEqual(["Grace"]);
    await goto("#/settings/account");
    await page.getByRole("heading", { name: "Profile" }).waitFor();
    await goto("#/settings/notifications");
    expect(await page.getByRole("button", { name: "Show one now" }).isEnabled()).toBe(true);
  });

  test("a visit of the settings shows no notification, and the one that was asked for stays", async () => {
    await open(showing);
    const { page } = stage();
    const show = page.getByRole("button", { name: "Show one now" });
    await show.waitFor();
    expect(await page.evaluate("window.made")).toBeUndefined();
    await show.click();
    await show.click();
    expect(await page.evaluate("window.shown.map(({ title }) => title)")).toEqual(["This is a notification"]);
    expect(await page.evaluate("window.made")).toBe(2);
    expect(await page.getByRole("switch", { name: "Show notifications" }).isVisible()).toBe(true);
  });
});
