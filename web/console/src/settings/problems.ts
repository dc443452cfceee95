import { problemKey, problemText } from "../shell/problems";
import type { Words } from "../shell/words";
import { Refusal } from "./request";

/// What to tell somebody about whatever was thrown: the page's own words for a reason where it has some, else the
/// console's.
///
/// `own` gives a page's words for a reason.
export function refusalText(
  thrown: unknown,
  words: Words,
  own: (reason: string) => string | undefined = () => undefined,
): string {
  if (!(thrown instanceof Refusal)) {
    return problemText(thrown, words);
  }
  return own(thrown.reason) ?? words.t(problemKey(codeOf(thrown.reason), thrown.reason));
}

function codeOf(reason: string): "NETWORK_ERROR" | "CONNECTION_ERROR" | "AUTH_ERROR" | "SEND_ERROR" {
  switch (reason) {
    case "OFFLINE":
      return "NETWORK_ERROR";
    case "UNREACHABLE":
    case "UNAVAILABLE":
    case "DRAINING":
      return "CONNECTION_ERROR";
    case "TOKEN_MISSING":
    case "TOKEN_INVALID":
    case "TOKEN_EXPIRED":
      return "AUTH_ERROR";
    default:
      return "SEND_ERROR";
  }
}
