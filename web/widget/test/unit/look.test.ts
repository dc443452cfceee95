import { describe, expect, test, vi } from "vitest";
import { hoursOf } from "../../src/look/hours";
import { backText, ownWords } from "../../src/look/words";
import { words as en } from "../../src/locales/en";
import type { Look } from "../../src/settings";

const openings = [
  { from: "2026-11-25T14:00:00Z", to: "2026-11-25T18:00:00Z" },
  { from: "2026-11-26T14:00:00Z", to: "2026-11-26T18:00:00Z" },
];
const at = (time: string) => (): number => Date.parse(time);
const look: Look = {
  offsetX: 20,
  offsetY: 20,
  cornerRadius: 16,
  launcher: "circle",
  whenClosed: "write",
  texts: {},
};

describe("the opening hours", () => {
  test.each([
    ["2026-11-25T13:59:59Z", true, "2026-11-25T14:00:00.000Z"],
    ["2026-11-25T14:00:00Z", false, undefined],
    ["2026-11-25T18:00:00Z", true, "2026-11-26T14:00:00.000Z"],
    ["2026-11-27T00:00:00Z", true, undefined],
  ])("at %s closed is %s, open again %s", (time, closed, opens) => {
    const hours = hoursOf(openings, at(time));
    expect(hours.isClosed()).toBe(closed);
    expect(hours.opensAt()?.toISOString()).toBe(opens);
  });

  test("without any it is always open", () => {
    expect(hoursOf(undefined).isClosed()).toBe(false);
  });

  test("each change is told when it comes, until the widget is destroyed", () => {
    vi.useFakeTimers({ now: new Date("2026-11-25T13:00:00Z") });
    const stop = new AbortController();
    const seen: boolean[] = [];
    const hours = hoursOf(openings);
    hours.watch(() => seen.push(hours.isClosed()), stop.signal);
    vi.advanceTimersByTime(6 * 60 * 60_000);
    expect(seen).toEqual([false, true]);
    stop.abort();
    vi.advanceTimersByTime(48 * 60 * 60_000);
    expect(seen).toHaveLength(2);
    vi.useRealTimers();
  });
});

describe("the organization's own words", () => {
  const open = hoursOf(undefined);

  test("stand in the places of the product's, and a greeting alone takes its sentence away", () => {
    const texts = { en: { greeting: "Welcome", subtitle: "Here for you" } };
    const words = ownWords(en, { ...look, texts }, "en", open);
    expect(words).toMatchObject({ hello: "Welcome", helloText: "", online: "Here for you", send: en.send });
    expect(words.away).toBe(en.away);
  });

  test("outside the hours it says when somebody is back", () => {
    const closed = hoursOf(openings, at("2026-11-25T20:00:00Z"));
    const texts = { en: { awayMessage: "We sleep." } };
    const words = ownWords(en, { ...look, texts }, "en", closed);
    expect(words.online).toMatch(/^We sleep\. Back /u);
    expect(words.away).toBe(words.online);
  });
});

test.each([
  ["en", /^Back .*Thursday/u],
  ["es", /^Volvemos: .*jueves/u],
  ["pt-BR", /^Voltamos: .*quinta-feira/u],
] as const)("the time of coming back in %s", (locale, pattern) => {
  const now = new Date(2026, 10, 25, 20);
  expect(backText(new Date(2026, 10, 26, 9), locale, now)).toMatch(pattern);
  expect(backText(new Date(2026, 10, 25, 21), locale, now)).not.toMatch(pattern);
});
