import type { Environment } from "../environment";
import { failureOf } from "../failure";
import { createAgain } from "./again";
import type { InboxFilter } from "./api";
import { queryOf, rowOfConversation } from "./inbox";
import type { KeptRow } from "./inbox";
import type { Page } from "./tail";

export interface BesidesOptions {
  readonly environment: Pick<Environment, "after" | "random">;
  readonly get: (shown: InboxFilter) => Promise<Page>;
  /** Rows that have come and that the stream has not told meanwhile. */
  readonly onCome: (rows: readonly KeptRow[]) => void;
}

/** The lists of what concerns an agent besides the one that is shown, asked for when the connection is back. */
export interface Besides {
  /** Those that fail for a while are asked for again. Never rejects. */
  readonly ask: (lists: readonly InboxFilter[]) => Promise<unknown>;
  /** The stream has told this conversation: what is being asked for is older. */
  readonly overhear: (conversation: string) => void;
  /** Nothing that fails from now on is asked for again. */
  readonly end: () => void;
}

export function createBesides({ environment, get, onCome }: BesidesOptions): Besides {
  const again = createAgain(environment);
  /** What the stream has told since, for each list that is being asked for. */
  const asking = new Set<Set<string>>();

  const one = async (list: InboxFilter, tried: number): Promise<void> => {
    const heard = new Set<string>();
    asking.add(heard);
    try {
      const { conversations } = await get(list);
      onCome(conversations.map(rowOfConversation).filter(({ id }) => !heard.has(id)));
    } catch (thrown) {
      if (asking.has(heard)) {
        again.after(queryOf(list, undefined), failureOf(thrown), tried, () => void one(list, tried + 1));
      }
    } finally {
      asking.delete(heard);
    }
  };

  return {
    ask: (lists) => Promise.all(lists.map((list) => one(list, 0))),
    overhear: (conversation) => asking.forEach((heard) => heard.add(conversation)),
    end: () => {
      asking.clear();
      again.end();
    },
  };
}
