import { describe, expect, test } from "vitest";
import { chooseLocale, isOne, splitText, translate } from "./locale";

describe("the language of the console", () => {
  test("is the kept one, whatever the browser speaks", () => {
    expect(chooseLocale("es", ["pt-BR", "en"])).toBe("es");
  });

  test("is the first language of the browser that the console speaks", () => {
    expect(chooseLocale(undefined, ["fr-CA", "es-BO", "en-US"])).toBe("es");
    expect(chooseLocale(undefined, ["pt"])).toBe("pt-BR");
    expect(chooseLocale(undefined, ["pt-PT", "en"])).toBe("pt-BR");
  });

  test("is English where the browser speaks none of ours", () => {
    expect(chooseLocale(undefined, ["fr", "zh-Hant"])).toBe("en");
    expect(chooseLocale(undefined, [])).toBe("en");
  });
});

describe("a text", () => {
  test("has its places filled", () => {
    expect(translate("pt-BR", "conversation.typing", { name: "Ana" })).toBe("Ana está digitando…");
  });

  test("does not look for places inside of what fills them", () => {
    expect(translate("en", "conversation.incoming", { name: "{text}", text: "hi" })).toBe("{text}: hi");
  });

  test("keeps a place that has no value", () => {
    expect(translate("en", "composer.remove")).toBe("Remove {name}");
  });

  test("is cut at its places", () => {
    expect(splitText("Use {next} now")).toEqual([
      { place: false, value: "Use " },
      { place: true, value: "next" },
      { place: false, value: " now" },
    ]);
  });

  test("takes the singular where the language does", () => {
    expect(isOne("en", 1)).toBe(true);
    expect(isOne("en", 0)).toBe(false);
    expect(isOne("pt-BR", 0)).toBe(true);
    expect(isOne("es", 1_000_000)).toBe(false);
  });
});
