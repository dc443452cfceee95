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

test("of a set, what each has put in and taken out is put in and taken out", () => {
  const before: Readonly<Record<string, true | undefined>> = { ben: true, eve: true };
  const mine = { ...before, eve: undefined, dan: true as const };
  const theirs = { ben: true as const, carla: true as const, eve: true as const };
  const both = merged<typeof before>(mine, before, theirs);
  expect(Object.keys(both).filter((name) => both[name])).toEqual(["ben", "carla", "dan"]);
});

test("a list is one field: two people's lists are not mixed", () => {
  const mine = { ...start, languages: ["en", "es"] };
  const theirs = { ...start, languages: ["en", "pt-BR"] };
  expect(merged(mine, start, theirs).languages).toEqual(["en", "es"]);
});
