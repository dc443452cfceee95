import type { Inbox } from "@chask/wire";
import { failureOf } from "../failure";
import type { Failure } from "../failure";
import type { Ask } from "../rest";
import type { AgentState, InboxFilter, Work } from "./api";
import { matcher, queryOf, rowOfFrame, spoken, withPage, withRow } from "./inbox";
import type { KeptRow } from "./inbox";
import { isConversationPage } from "./rest";

export interface ListOptions {
  /** Whose list it is. */
  readonly agentId: string;
  /** Whether the conversation's work is kept also while the list does not hold it. */
  readonly isOpened: (conversation: string) => boolean;
  readonly ask: Ask;
  readonly onChange: () => void;
  /** The stream has told of a row; one of many perhaps. */
  readonly onFrame: () => void;
  /** These rows have come by REST: their last messages are received now. */
  readonly onLoaded: (rows: readonly KeptRow[]) => void;
  /** A visitor has written in these. */
  readonly onSpoken: (rows: readonly KeptRow[]) => void;
  /** These are told anew: by a frame, or because they have changed while there was no connection. */
  readonly onTold: (rows: readonly KeptRow[]) => void;
  readonly refused: (failure: Failure) => Error;
}

/** The agents' list: loaded page by page, kept live by frames. */
export interface InboxList {
  readonly rows: () => readonly KeptRow[];
  readonly history: () => AgentState["inboxHistory"];
  /** Loads the first page; what was loaded of another filter is dropped. */
  readonly load: (filter: InboxFilter) => Promise<void>;
  /** The first page again, with each new connection; tells what was missed since an earlier one. */
  readonly reload: () => Promise<void>;
  readonly more: () => Promise<void>;
  /** The latest work of opened conversations; a new map with each change. */
  readonly work: () => ReadonlyMap<string, Work>;
  readonly noteWork: (conversation: string, work: Work) => void;
  readonly onFrame: (frame: Inbox) => void;
}

/** What is open and awake. */
export const openAndAwake: InboxFilter = { status: "open", snoozed: false };

export function createInboxList(options: ListOptions): InboxList {
  let rows: readonly KeptRow[] = [];
  let filter = openAndAwake;
  let matches = matcher(filter, options.agentId);
  let next: string | undefined;
  let loaded = false;
  let history: AgentState["inboxHistory"] = "unknown";
  /** Counts loads, so that a late answer for another filter is dropped. */
  let turn = 0;
  /** Rows the stream has told since the last load began: newer than the answer. */
  let told = new Set<string>();
  /** The next page was asked for. A reload that overtakes it asks again, or nobody would: the list has not grown. */
  let wanted = false;
  /** What was asked for last, until it has come. */
  let coming: Promise<void> | undefined;
  let works: ReadonlyMap<string, Work> = new Map();

  const keepWork = (
    conversation: string,
    { assignee, team, snoozedUntil, tags, notes, events, mentioned }: Work,
  ): void => {
    const work: Work = {
      tags,
      notes,
      events,
      mentioned,
      ...(assignee === undefined ? {} : { assignee }),
      ...(team === undefined ? {} : { team }),
      ...(snoozedUntil === undefined ? {} : { snoozedUntil }),
    };
    works = new Map([...works, [conversation, work]]);
  };

  const page = (cursor: string | undefined): Promise<void> => {
    const asked = ask(cursor).finally(() => {
      coming = coming === asked ? undefined : coming;
    });
    coming = asked;
    return asked;
  };

  const ask = async (cursor: string | undefined): Promise<void> => {
    const mine = ++turn;
    told = new Set();
    history = "loading";
    options.onChange();
    const query = queryOf(filter, cursor);
    try {
      const answer = await options.ask(
        { method: "GET", path: `/v1/conversations?${query}` },
        isConversationPage,
      );
      if (mine === turn) {
        const kept = cursor === undefined ? rows.filter(({ id }) => told.has(id)) : rows;
        rows = withPage(kept, answer.conversations, { matches, told, before: rows });
        next = answer.next;
        history = next === undefined ? "complete" : "more";
        loaded = true;
        const come = new Set(answer.conversations.map(({ id }) => id));
        options.onLoaded(rows.filter(({ id }) => come.has(id)));
        if (cursor !== undefined) {
          wanted = false;
        } else if (wanted && next !== undefined) {
          await page(next);
        }
      }
    } catch (thrown) {
      if (mine === turn) {
        history = rows.length === 0 ? "unknown" : "more";
      }
      throw options.refused(failureOf(thrown));
    } finally {
      options.onChange();
    }
  };

  return {
    rows: () => rows,
    history: () => history,
    load: (shown) => {
      rows = queryOf(shown, undefined) === queryOf(filter, undefined) ? rows : [];
      filter = shown;
      wanted = false;
      matches = matcher(shown, options.agentId);
      return page(undefined);
    },
    reload: async () => {
      if (!loaded) {
        // The very first page is not thrown away for a second one: the agent waits for it.
        await coming?.catch(() => undefined);
      }
      const before = loaded ? rows : undefined;
      // What happened meanwhile is not known; whoever shows it asks.
      works = new Map();
      await page(undefined);
      if (before !== undefined) {
        const known = new Set(before);
        options.onTold(rows.filter((row) => !known.has(row)));
        options.onSpoken(spoken(rows, before));
      }
    },
    work: () => works,
    noteWork: (conversation, work) => {
      keepWork(conversation, work);
      const {
        assignee: _,
        snoozedUntil: __,
        team: ___,
        ...row
      } = rows.find(({ id }) => id === conversation) ?? {};
      if ("id" in row) {
        rows = withRow(rows, { ...row, ...work }, matches);
      }
      options.onChange();
    },
    more: () => {
      if (next === undefined) {
        return Promise.resolve();
      }
      // Asked at each change of the list that stands at its end: one request serves them all.
      wanted = true;
      return coming ?? page(next);
    },
    onFrame: (frame) => {
      const before = rows;
      const row = rowOfFrame(frame);
      told.add(row.id);
      if (options.isOpened(row.id)) {
        keepWork(row.id, row);
      }
      rows = withRow(rows, row, matches);
      options.onFrame();
      options.onTold([row]);
      options.onSpoken(spoken([row], before));
    },
  };
}
