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

test("a name that begins like another mentions only whom it names", () => {
  const short = { id: "3", name: "Ana" };
  const long = { id: "4", name: "Ana María" };
  const all = [short, long];
  expect(mentioned("@Ana María please", all)).toEqual(["4"]);
  expect(mentioned("@Ana, María asks", all)).toEqual(["3"]);
  expect(mentioned("(@ana) and @Ana María.", all)).toEqual(["3", "4"]);
  expect(mentioned("@Anabel", all)).toEqual([]);
  expect(mentioned("shop@ana", all)).toEqual([]);
});

test("two colleagues of one name are both mentioned by it", () => {
  expect(mentioned("@joão", [joao, { id: "5", name: "João" }])).toEqual(["2", "5"]);
});
