import { expect, test } from "vitest";
import { wordsOf } from "../shell/words";
import { hueOf, initials, visitorName } from "./visitorName";

const id = "018f3c5e-1111-7aaa-8bbb-0000000c6ccd";

test("a visitor is called by name, else by email, else by the end of the id", () => {
  expect(visitorName({ id, name: " Grace ", email: "g@example.com" }, wordsOf("en"))).toBe("Grace");
  expect(visitorName({ id, name: " ", email: "g@example.com" }, wordsOf("en"))).toBe("g@example.com");
  expect(visitorName({ id }, wordsOf("es"))).toBe("Visitante 6CCD");
});

test("a name cannot turn the direction of the words around it", () => {
  expect(visitorName({ id, name: "\u202egrace\u2066" }, wordsOf("en"))).toBe("grace");
  expect(visitorName({ id, name: "\u202e", email: "g@example.com" }, wordsOf("en"))).toBe("g@example.com");
});

test("initials are those of the first and the last name", () => {
  expect(initials("Gabriel José García Márquez")).toBe("GM");
  expect(initials("Zoë")).toBe("Z");
  expect(initials("ana.perez@example.com")).toBe("AP");
  expect(initials("李小龍")).toBe("李");
});

test("a name without letters has no initials", () => {
  expect(initials("<>")).toBeUndefined();
  expect(initials(undefined)).toBeUndefined();
});

test("a person keeps the same colour", () => {
  expect(hueOf(id, 6)).toBe(hueOf(id, 6));
  expect(hueOf(id, 6)).toBeLessThan(6);
});
