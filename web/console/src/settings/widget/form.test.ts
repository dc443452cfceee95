import { expect, test } from "vitest";
import type { WidgetLook } from "./api";
import { colorOf, faultsOf, read, write } from "./form";

const look: WidgetLook = {
  mode: "auto",
  primaryColor: "#00aa7f",
  position: "left",
  look: { offsetX: 20, offsetY: 90, cornerRadius: 8, launcher: "pill", whenClosed: "write" },
  features: { typing: true, readReceipts: false, reopen: true, rating: false },
  texts: { es: { greeting: "Hola", questions: ["¿Hacen envíos?", "¿Cuánto cuesta?"] } },
};

test("what is written and read again is the same", () => {
  expect(read(write(look))).toEqual({ ...look, texts: { en: {}, es: look.texts.es, "pt-BR": {} } });
  expect(faultsOf(write(look))).toEqual({});
});

test("a colour is taken with or without its sign, short or long", () => {
  expect(colorOf("0A7")).toBe("#00aa77");
  expect(colorOf(" #00AA7f ")).toBe("#00aa7f");
  expect(colorOf("red")).toBeUndefined();
});

test("what is wrong is told by its field", () => {
  const written = write(look);
  const questions = ["1", "2", "3", "4", "5"].join("\n");
  const es = { ...written.texts.es, questions };
  expect(
    faultsOf({
      ...written,
      primaryColor: "blue",
      avatarUrl: "http://cdn.example/a.png",
      offsetX: "-1",
      offsetY: "401",
      cornerRadius: "x",
      texts: { ...written.texts, es },
    }),
  ).toEqual({
    primaryColor: "badColor",
    avatarUrl: "badPicture",
    offsetX: "badOffset",
    offsetY: "badOffset",
    cornerRadius: "badRadius",
    questions: "es",
  });
});
