import { describe, expect, test } from "vitest";
import { emptyDraft } from "./draft";
import { attempt, stored } from "./useNote";

const tried = { id: "1", content: "The till is in the cellar" };

describe("a note that is tried again", () => {
  test("keeps its id while its words are the same, so that it is stored once", () => {
    expect(attempt({ ...emptyDraft, text: "The till is in the cellar \n", tried }, () => "2")).toEqual(tried);
  });

  test("is another one with other words", () => {
    expect(attempt({ ...emptyDraft, text: "The till is gone", tried }, () => "2")).toEqual({
      id: "2",
      content: "The till is gone",
    });
  });
});

describe("a note that is stored", () => {
  test("leaves the box without its words and its id", () => {
    const draft = { ...emptyDraft, text: " The till is in the cellar\n", tried, chosen: true };
    expect(stored(draft, tried.content)).toEqual({ ...emptyDraft, tried: undefined, chosen: true });
  });

  test("leaves what was typed meanwhile", () => {
    const draft = { ...emptyDraft, text: "The till is in the cellar\nand the key is here" };
    expect(stored(draft, tried.content).text).toBe("and the key is here");
    expect(stored({ ...emptyDraft, text: "Something else" }, tried.content).text).toBe("Something else");
  });
});
