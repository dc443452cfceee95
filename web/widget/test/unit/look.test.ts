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
    ["2026-12-09T12:59:59Z", true, undefined],
    // What follows the two weeks that the page was told of is not known.
    ["2026-12-09T13:00:00Z", false, undefined],
  ])("at %s closed is %s, open again %s", (time, closed, opens) => {
    let now = at("2026-11-25T13:00:00Z");
    const hours = hoursOf(openings, () => now());
    now = at(time);
    expect(hours.isClosed()).toBe(closed);
    expect(hours.opensAt()?.toISOString()).toBe(opens);
  });

  test("without any it is always open", () => {
    expect(hoursOf(undefined).isClosed()).toBe(false);
  });

  test("each change is told when it comes, and the end of what is known", () => {
    vi.useFakeTimers({ now: new Date("2026-11-25T13:00:00Z") });
    const seen: boolean[] = [];
    const hours = hoursOf(openings);
    hours.watch(() => seen.push(hours.isClosed()), new AbortController().signal);
    vi.advanceTimersByTime(6 * 60 * 60_000);
    expect(seen).toEqual([false, true]);
    vi.advanceTimersByTime(14 * 24 * 60 * 60_000);
    expect(seen).toEqual([false, true, false, true, false]);
    vi.useRealTimers();
  });

  test("nothing is told any more once the widget is destroyed", () => {
    vi.useFakeTimers({ now: new Date("2026-11-25T13:00:00Z") });
    const stop = new AbortController();
    const changed = vi.fn();
    hoursOf(openings).watch(changed, stop.signal);
    stop.abort();
    vi.advanceTimersByTime(48 * 60 * 60_000);
    expect(changed).not.toHaveBeenCalled();
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
