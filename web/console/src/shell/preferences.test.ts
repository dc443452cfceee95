import { expect, test } from "vitest";
import { decodePreferences } from "./preferences";

test("nothing kept means the defaults", () => {
  expect(decodePreferences(null)).toEqual({
    scheme: "auto",
    shortcuts: true,
    undoSend: true,
    visitorPanel: true,
  });
});

test("what was kept comes back", () => {
  const kept = { locale: "pt-BR", scheme: "dark", shortcuts: false, undoSend: false, visitorPanel: false };
  expect(decodePreferences(JSON.stringify(kept))).toEqual(kept);
});

test("what does not fit is left out, and broken text does no harm", () => {
  expect(decodePreferences('{"locale":"fr","scheme":"pink","shortcuts":"yes"}')).toEqual({
    scheme: "auto",
    shortcuts: true,
    undoSend: true,
    visitorPanel: true,
  });
  for (const text of ["", "{", "null", "7", "[]"]) {
    expect(decodePreferences(text)).toEqual({
      scheme: "auto",
      shortcuts: true,
      undoSend: true,
      visitorPanel: true,
    });
  }
});
