import { expect, test } from "vitest";
import { composerAction } from "./composerKeys";

const plain = { shiftKey: false, isComposing: false };

test("Enter sends and Shift+Enter breaks the line", () => {
  expect(composerAction({ ...plain, key: "Enter" })).toBe("send");
  expect(composerAction({ ...plain, key: "Enter", shiftKey: true })).toBe("none");
});

test("Enter belongs to the input method while it composes", () => {
  expect(composerAction({ ...plain, key: "Enter", isComposing: true })).toBe("none");
});

test("Escape leaves the box", () => {
  expect(composerAction({ ...plain, key: "Escape" })).toBe("leave");
});
