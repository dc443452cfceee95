import { describe, expect, test } from "vitest";
import { dayLabel, daysBetween, fileSize, languageName, relativeTime } from "./format";
import { wordsOf } from "./words";

const en = wordsOf("en");
const es = wordsOf("es");
const ptBR = wordsOf("pt-BR");
const now = new Date(2026, 10, 22, 15, 30);

describe("how long ago", () => {
  test("is now within the first minute, and for a clock that is behind the server's", () => {
    expect(relativeTime(new Date(2026, 10, 22, 15, 29, 30), now, en)).toBe("now");
    expect(relativeTime(new Date(2026, 10, 22, 15, 31), now, es)).toBe("ahora");
  });

  test("is told in minutes, then in hours of the same day", () => {
    expect(relativeTime(new Date(2026, 10, 22, 15, 25), now, en)).toBe("5m");
    expect(relativeTime(new Date(2026, 10, 22, 12, 0), now, en)).toBe("3h");
  });

  test("is yesterday by the calendar, not by 24 hours", () => {
    expect(relativeTime(new Date(2026, 10, 21, 23, 50), new Date(2026, 10, 22, 2, 0), ptBR)).toBe("Ontem");
  });

  test("is a weekday within the week, then a date, with the year when it is another", () => {
    expect(relativeTime(new Date(2026, 10, 18, 9, 0), now, en)).toBe("Wed");
    expect(relativeTime(new Date(2026, 2, 12, 9, 0), now, en)).toBe("Mar 12");
    expect(relativeTime(new Date(2025, 2, 12, 9, 0), now, en)).toBe("Mar 12, 25");
  });
});

describe("a day", () => {
  test("is counted by local midnights", () => {
    expect(daysBetween(new Date(2026, 10, 21, 23, 59), new Date(2026, 10, 22, 0, 1))).toBe(1);
    expect(daysBetween(new Date(2026, 10, 22, 0, 1), new Date(2026, 10, 22, 23, 59))).toBe(0);
  });

  test("is called today, yesterday, or by its date", () => {
    expect(dayLabel(new Date(2026, 10, 22, 1, 0), now, es)).toBe("Hoy");
    expect(dayLabel(new Date(2026, 10, 21, 1, 0), now, ptBR)).toBe("Ontem");
    expect(dayLabel(new Date(2026, 10, 20, 1, 0), now, en)).toBe("Friday, November 20");
  });
});

describe("the size of a file", () => {
  test("is told in the unit that fits", () => {
    expect(fileSize(0, en)).toBe("0 bytes");
    expect(fileSize(950, en)).toBe("950 bytes");
    expect(fileSize(183_420, en)).toBe("183 kB");
    expect(fileSize(2_560_000, es)).toBe("2,6 MB");
  });
});

describe("a language", () => {
  test("is named in the reader's language", () => {
    expect(languageName("es-BO", en)).toBe("Spanish (Bolivia)");
  });

  test("is shown as it is where the tag means nothing", () => {
    expect(languageName("<script>", en)).toBe("<script>");
  });
});
