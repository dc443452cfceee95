// @vitest-environment happy-dom
import { assert, integer, property } from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { WidgetError } from "../../src/api";
import { destroyed, misuse, Refusal, widgetError } from "../../src/loader/error";
import { Hub } from "../../src/loader/hub";
import { chooseLocale } from "../../src/loader/locale";
import { persist } from "../../src/loader/persist";
import { fetchSettings } from "../../src/loader/settings";
import { textOn } from "../../src/loader/shell";

const linear = (part: number): number =>
  part / 255 <= 0.040_45 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;

function stage(failures: readonly WidgetError[]) {
  const told: string[] = [];
  const stop = new AbortController();
  const left = [...failures];
  const reported = new Set<string>();
  let tries = 0;
  const result = persist(
    async () => {
      tries++;
      const next = left.shift();
      if (next) {
        throw next;
      }
      return "done";
    },
    {
      signal: stop.signal,
      reported,
      tell: ({ code }) => told.push(code),
      explain: (thrown) =>
        thrown instanceof Error && "code" in thrown ? Object.assign(misuse(""), thrown) : misuse(""),
    },
    () => 1,
  );
  result.catch(() => undefined);
  return { told, stop, reported, result, tries: () => tries };
}
const away = (): WidgetError => widgetError(new Refusal("CONNECTION_ERROR", "UNREACHABLE"), "");
const offline = (): WidgetError => widgetError(new Refusal("NETWORK_ERROR", "OFFLINE"), "");

describe("the language", () => {
  test.each([
    ["es", undefined, ["en-US"], "es"],
    ["auto", undefined, ["es-MX", "en"], "es"],
    [undefined, undefined, ["pt-PT"], "pt-BR"],
    [undefined, undefined, ["fr", "de"], "en"],
    ["auto", ["es"], ["en-US"], "es"],
    ["auto", ["pt-BR", "es"], ["en-US"], "pt-BR"],
    ["auto", ["en", "pt-BR"], ["es", "PT-br"], "pt-BR"],
  ] as const)("asked %s, offered %s, spoken %s: %s", (wanted, offered, spoken, expected) => {
    expect(chooseLocale(wanted, offered, spoken)).toBe(expected);
  });
});

test("text on any colour can be read (WCAG 2.2, 1.4.3)", () => {
  const channel = integer({ min: 0, max: 255 });
  assert(
    property(channel, channel, channel, (red, green, blue) => {
      const color = `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
      const light = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) + 0.05;
      expect(textOn(color) === "#fff" ? 1.05 / light : light / 0.05).toBeGreaterThanOrEqual(4.5);
    }),
    { numRuns: 5000, seed: 7 },
  );
  expect(textOn("#fff")).toBe("#000");
  expect(textOn("#00f")).toBe("#fff");
});

describe("telling the page", () => {
  test("the callback comes first, then the listeners, then the analytics", () => {
    const hub = new Hub();
    const heard: string[] = [];
    hub.on("error", () => heard.push("listener"));
    hub.on("analytics", ({ type }) => heard.push(`listener ${type}`));
    hub.callbacks = {
      onError: () => heard.push("callback"),
      onAnalyticsEvent: ({ type }: { readonly type: string }) => heard.push(`callback ${type}`),
    };
    hub.fail(misuse("no"));
    expect(heard).toEqual(["callback", "listener", "callback error_occurred", "listener error_occurred"]);
  });

  test("an analytics event is plain data: type, a real Date, and data only where there is any", () => {
    const hub = new Hub();
    const events: unknown[] = [];
    hub.on("analytics", (event) =>
      events.push([{ ...event.data }, event.timestamp instanceof Date, JSON.stringify(event)]),
    );
    hub.track("widget_loaded");
    hub.track("message_sent", { messageId: "m", hasAttachments: false });
    expect(events).toEqual([
      [{}, true, expect.stringMatching(/^\{"type":"widget_loaded","timestamp":"[\d-]+T[\d:.]+Z"\}$/u)],
      [
        { messageId: "m", hasAttachments: false },
        true,
        expect.stringContaining('"data":{"messageId":"m","hasAttachments":false}'),
      ],
    ]);
  });

  test("once hears once, off and the own unsubscribe end it", () => {
    const hub = new Hub();
    let heard = 0;
    const hear = (): void => void heard++;
    hub.on("open", hear, true);
    hub.emit("open");
    hub.emit("open");
    expect(heard).toBe(1);
    const stop = hub.on("open", hear);
    stop();
    hub.on("open", hear);
    hub.off("open", hear);
    hub.on("open", hear);
    hub.off("open");
    hub.emit("open");
    expect(heard).toBe(1);
  });
});

test("an error is an Error whose message survives JSON", () => {
  const error = widgetError(new Refusal("CONNECTION_ERROR", "BUSY"), "Wait", "https://a.example");
  expect(error).toBeInstanceOf(Error);
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: "WidgetError",
    code: "CONNECTION_ERROR",
    message: "Wait",
    details: { reason: "BUSY", retryable: true, docsUrl: "https://a.example/docs/errors/#busy" },
  });
});

test("what destroy has ended is a CONNECTION_ERROR that trying again does not cure", () => {
  expect(destroyed()).toMatchObject({
    code: "CONNECTION_ERROR",
    details: { reason: "DESTROYED", retryable: false },
  });
});

describe("an answer that is not the settings", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  const problem = { code: "CONNECTION_ERROR", reason: "OVERLOADED", retryable: true };
  test.each([
    [
      400,
      { code: "SEND_ERROR", reason: "BAD_REQUEST", retryable: false },
      "SEND_ERROR",
      "BAD_REQUEST",
      false,
    ],
    [404, problem, "CONNECTION_ERROR", "OVERLOADED", true],
    [
      503,
      { code: "AUTH_ERROR", reason: "KEY_REVOKED", retryable: false },
      "AUTH_ERROR",
      "KEY_REVOKED",
      false,
    ],
    [401, "<h1>no</h1>", "AUTH_ERROR", "REFUSED", false],
    [403, {}, "AUTH_ERROR", "REFUSED", false],
    [404, "not here", "CONNECTION_ERROR", "UNAVAILABLE", true],
    [429, {}, "CONNECTION_ERROR", "UNAVAILABLE", true],
    [502, "<h1>Bad Gateway</h1>", "CONNECTION_ERROR", "UNAVAILABLE", true],
    [200, "<h1>Welcome to the hotel's network</h1>", "CONNECTION_ERROR", "BAD_ANSWER", true],
  ] as const)("%i with %o is %s, %s", async (status, body, code, reason, retryable) => {
    vi.stubGlobal(
      "fetch",
      async () => new Response(typeof body === "string" ? body : JSON.stringify(body), { status }),
    );
    const { signal } = new AbortController();
    const asked = fetchSettings({ apiKey: "k", organizationId: "o" }, "https://a.example", signal);
    await expect(asked).rejects.toMatchObject({ code, message: reason, retryable });
  });
});

describe("trying until it works", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("waits longer each time, and tells of each cause once", async () => {
    const { told, result, tries, reported } = stage([away(), away(), offline(), away()]);
    await vi.advanceTimersByTimeAsync(999);
    expect(tries()).toBe(1);
    await vi.advanceTimersByTimeAsync(1 + 1500 + 2500 + 4500);
    expect(await result).toBe("done");
    expect(told).toEqual(["CONNECTION_ERROR", "NETWORK_ERROR"]);
    expect(reported.size).toBe(0);
  });

  test("does not wait longer once the browser is online again", async () => {
    const { result, tries } = stage([offline()]);
    await vi.advanceTimersByTimeAsync(1);
    dispatchEvent(new Event("online"));
    expect(await result).toBe("done");
    expect(tries()).toBe(2);
  });

  test("gives up at once on what trying again cannot cure", async () => {
    const { told, result, tries } = stage([misuse("no")]);
    await expect(result).rejects.toMatchObject({ code: "AUTH_ERROR" });
    expect([told, tries()]).toEqual([["AUTH_ERROR"], 1]);
  });

  test("leaves no timer when it is ended", async () => {
    const { stop, result, tries } = stage([away(), away()]);
    await vi.advanceTimersByTimeAsync(10);
    stop.abort();
    await expect(result).rejects.toBeInstanceOf(Error);
    expect([vi.getTimerCount(), tries()]).toEqual([0, 1]);
  });
});
