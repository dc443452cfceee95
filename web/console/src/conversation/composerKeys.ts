import { isForInputMethod } from "../shell/composing";

/// What a key means in the composer. While an input method composes, Enter belongs to it.
export function composerAction(key: {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
}): "send" | "leave" | "none" {
  if (isForInputMethod(key)) {
    return "none";
  }
  if (key.key === "Enter" && !key.shiftKey) {
    return "send";
  }
  return key.key === "Escape" ? "leave" : "none";
}
