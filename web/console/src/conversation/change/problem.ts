import { ChatError } from "@chask/client";
import { problemText } from "../../shell/problems";
import { fill } from "../../shell/locale";
import type { Words } from "../../shell/words";
import { texts } from "./texts";

/// Why a message was not changed, in a sentence.
export function changeProblem(thrown: unknown, words: Words): string {
  const own = texts[words.locale];
  switch (thrown instanceof ChatError ? thrown.details.reason : "") {
    case "CHANGE_TOO_LATE":
      return own["problem.CHANGE_TOO_LATE"];
    case "MESSAGE_DELETED":
      return own["problem.MESSAGE_DELETED"];
    case "MESSAGE_NOT_YOURS":
      return own["problem.MESSAGE_NOT_YOURS"];
    default:
      return fill(own["problem.other"], { problem: problemText(thrown, words) });
  }
}
