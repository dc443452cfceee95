import type { Ask } from "../rest";
import type { InboxFilter } from "./api";
import { queryOf } from "./inbox";
import { isConversationPage } from "./rest";
import type { Page } from "./tail";

/** A page as the server gives it unasked, and the longest it gives. */
export const pageRows = 50;
export const longestPage = 100;

/** Asks for pages of the list. Rejects with `Failed`. */
export interface Pages {
  readonly one: (shown: InboxFilter, cursor?: string, limit?: number) => Promise<Page>;
  /** One page, or as many as it takes to hold so many rows. */
  readonly many: (shown: InboxFilter, cursor: string | undefined, held: number) => Promise<Page>;
}

export function createPages(ask: Ask): Pages {
  const one: Pages["one"] = (shown, cursor, limit = pageRows) => {
    const query = queryOf(shown, cursor) + (limit > pageRows ? `&limit=${limit}` : "");
    return ask({ method: "GET", path: `/v1/conversations?${query}` }, isConversationPage);
  };
  const many: Pages["many"] = async (shown, cursor, held) => {
    const answer = await one(shown, cursor, Math.min(held, longestPage));
    const left = held - answer.conversations.length;
    if (left <= 0 || answer.next === undefined) {
      return answer;
    }
    const rest = await many(shown, answer.next, left);
    return { ...rest, conversations: [...answer.conversations, ...rest.conversations] };
  };
  return { one, many };
}
