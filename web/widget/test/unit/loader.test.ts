// @vitest-environment happy-dom
import { assert, integer, property } from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { WidgetError } from "../../src/api";
import { misuse, widgetError } from "../../src/loader/error";
import { Hub } from "../../src/loader/hub";
import { chooseLocale } from "../../src/loader/locale";
import { persist } from "../../src/loader/persist";
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
const away = (): WidgetError => widgetError("CONNECTION_ERROR", "UNREACHABLE", "");
const offline = (): WidgetError => widgetError("NETWORK_ERROR", "OFFLINE", "");

describe("the language", () => {
  test.each([
    ["es", undefined, ["en-US"], "es"],
    ["auto", undefined, ["es-MX", "en"], "es"],
    [undefined, undefined, ["pt-PT"], "pt-BR"],
    [undefined, undefined, ["fr", "de"], "en"],
    ["auto", ["es"], ["en-US"], "es"],
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
  const error = widgetError("CONNECTION_ERROR", "BUSY", "Wait", "https://a.example");
  expect(error).toBeInstanceOf(Error);
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: "WidgetError",
    code: "CONNECTION_ERROR",
    message: "Wait",
    details: { reason: "BUSY", retryable: true, docsUrl: "https://a.example/docs/errors/#busy" },
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
    expect([vi.getTimerCount(), tries()]).toEqual([0, 2]);
  });
});
