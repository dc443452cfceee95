import type { ErrorCode } from "@chask/client";
import type { Catalogue } from "../locales/catalogue";

/** The sentence for people: the finer reason's where there is one, else the code's. */
export function describe(words: Catalogue, code: ErrorCode, reason: string): string {
  const sentences: Readonly<Record<string, string | undefined>> = {
    CONTENT_TOO_LONG: words.contentTooLong,
    RATE_LIMITED: words.tooFast,
    CONVERSATION_CLOSED: words.closed,
    CONNECTION_ERROR: words.unreachable,
    NETWORK_ERROR: words.noNetwork,
    AUTH_ERROR: words.refused,
  };
  return sentences[reason] ?? sentences[code] ?? words.failed;
}
