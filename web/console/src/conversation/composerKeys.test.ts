import { expect, test } from "vitest";
import { composerAction } from "./composerKeys";

const plain = { shiftKey: false, isComposing: false, keyCode: 13 };

test("Enter sends and Shift+Enter breaks the line", () => {
  expect(composerAction({ ...plain, key: "Enter" })).toBe("send");
  expect(composerAction({ ...plain, key: "Enter", shiftKey: true })).toBe("none");
});

test("Enter belongs to the input method while it composes", () => {
  expect(composerAction({ ...plain, key: "Enter", isComposing: true })).toBe("none");
  expect(composerAction({ ...plain, key: "Escape", isComposing: true })).toBe("none");
});

test("the Enter that ends a composition in Safari, told after its end, sends nothing", () => {
  expect(composerAction({ ...plain, key: "Enter", keyCode: 229 })).toBe("none");
});

test("Escape leaves the box", () => {
  expect(composerAction({ ...plain, key: "Escape" })).toBe("leave");
});
