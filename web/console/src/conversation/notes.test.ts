import { expect, test } from "vitest";
import { mentionAt, mentioned, suggested } from "./notes";

const ana = { id: "1", name: "Ana Núñez" };
const joao = { id: "2", name: "João" };

test("an @ at the beginning of a word asks for a name, an email address does not", () => {
  expect(mentionAt("Hi @an", 6)).toEqual({ start: 3, typed: "an" });
  expect(mentionAt("@", 1)).toEqual({ start: 0, typed: "" });
  expect(mentionAt("ana@shop", 8)).toBeUndefined();
  expect(mentionAt("Hi @ana there", 13)).toBeUndefined();
});

test("names are offered by the beginning of any of their words", () => {
  expect(suggested([ana, joao], "nú")).toEqual([ana]);
  expect(suggested([ana, joao], "")).toEqual([ana, joao]);
  expect(suggested([ana, joao], "x")).toEqual([]);
});

test("whole names after an @ are mentions", () => {
  expect(mentioned("@ana núñez please look", [ana, joao])).toEqual(["1"]);
  expect(mentioned("João said so", [ana, joao])).toEqual([]);
});
