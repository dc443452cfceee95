import { expect, test } from "vitest";
import { merged } from "./merged";

const start = { name: "Aurora", languages: ["en"], texts: { en: { title: "Hi" }, es: { title: "Hola" } } };

test("what somebody has changed stays, and the rest follows", () => {
  const mine = { ...start, name: "Aurora Books" };
  const theirs = { ...start, name: "Aurora Toys", languages: ["en", "es"] };
  expect(merged(mine, start, theirs)).toEqual({ ...start, name: "Aurora Books", languages: ["en", "es"] });
});

test("fields within a field are changed by two people at once", () => {
  const mine = { ...start, texts: { ...start.texts, en: { title: "Hello" } } };
  const theirs = { ...start, texts: { ...start.texts, es: { title: "Buenas" } } };
  expect(merged(mine, start, theirs).texts).toEqual({ en: { title: "Hello" }, es: { title: "Buenas" } });
});

test("a list is one field: two people's lists are not mixed", () => {
  const mine = { ...start, languages: ["en", "es"] };
  const theirs = { ...start, languages: ["en", "pt-BR"] };
  expect(merged(mine, start, theirs).languages).toEqual(["en", "es"]);
});
