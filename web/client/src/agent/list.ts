import type { Inbox } from "@chask/wire";
import type { Environment } from "../environment";
import { failureOf } from "../failure";
import type { Failure } from "../failure";
import { caught } from "../promise";
import type { Ask } from "../rest";
import { createAgain } from "./again";
import type { AgentState, InboxFilter, Work } from "./api";
import { createBesides } from "./besides";
import { besides, openAndAwake } from "./concerning";
import { isBefore, matcher, queryOf, rowOfFrame, spoken, withRow } from "./inbox";
import type { KeptRow, Matches } from "./inbox";
import { createNews } from "./news";
import { createPages, longestPage, pageRows } from "./pages";
import { further, fromFirst } from "./tail";
import { createWorks } from "./works";

/** How long frames of the list are gathered before they are shown: less than an eye sees. */
export const listMilliseconds = 40;

export interface ListOptions {
  /** Whose list it is. */
  readonly agentId: string;
  /** Whether the conversation's work is kept also while the list does not hold it. */
  readonly isOpened: (conversation: string) => boolean;
  /** Whether the agent is in it. */
  readonly isWatched: (conversation: string) => boolean;
  readonly environment: Pick<Environment, "after" | "random">;
  readonly ask: Ask;
  readonly onChange: () => void;
  /** Something has changed that nobody waits for, or one thing of many perhaps: may be shown a little later. */
  readonly onChangeSoon: () => void;
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
  /** How many rows, from the first on, are loaded since the connection came back. */
  readonly fresh: () => number;
  /** Why the last page did not come; until one has come. */
  readonly error: () => Error | undefined;
  /** Loads the first page, or again what is loaded; what was loaded of another filter is dropped. */
  readonly load: (filter: InboxFilter) => Promise<void>;
  /**
   * What was loaded again, with each new connection; tells what was missed since an earlier one. What fails for a while is
   * asked for until it has come.
   */
  readonly reload: () => Promise<void>;
  /** The connection is gone: the next one asks for everything anew. */
  readonly lost: () => void;
  /** The next page; the first ones again where they did not come. */
  readonly more: () => Promise<void>;
  /** The latest work of opened conversations; a new map with each change. */
  readonly work: () => ReadonlyMap<string, Work>;
  readonly noteWork: (conversation: string, work: Work) => void;
  /** The agent is not in this conversation any more. */
  readonly leave: (conversation: string) => void;
  readonly onFrame: (frame: Inbox) => void;
}

/** So many rows are loaded again at once; those behind them stay as they were until an agent comes near. */
const mostAgain = 500;

export function createInboxList(options: ListOptions): InboxList {
  let rows: readonly KeptRow[] = [];
  let filter = openAndAwake;
  /** What an agent is in stays in the list of his mentions, although he has seen them by that. */
  const matcherOf = (shown: InboxFilter): Matches => {
    const all = matcher(shown, options.agentId);
    const { mentioned, ...rest } = shown;
    const others = matcher(rest, options.agentId);
    const stays: Matches = (row) =>
      others(row) && options.isWatched(row.id) && rows.some(({ id }) => id === row.id);
    return mentioned === true ? (row) => all(row) || stays(row) : all;
  };
  let matches = matcherOf(filter);
  let next: string | undefined;
  let loaded = false;
  let history: AgentState["inboxHistory"] = "unknown";
  /** What did not come, and why. */
  let failed: { readonly first: boolean; readonly failure: Failure; readonly error: Error } | undefined;
  /** Rows behind those that were loaded again, as they were before. */
  let stale = new Set<string>();
  /** Counts loads, so that a late answer for another filter is dropped. */
  let turn = 0;
  /** Rows the stream has told since the last load began: newer than the answer. */
  let told = new Set<string>();
  /** The next page was asked for. A reload that overtakes it asks again, or nobody would: the list has not grown. */
  let wanted = false;
  /** What was asked for last, until it has come. */
  let coming: Promise<unknown> | undefined;
  /** There was a connection before, and before the present one. */
  let connected = false;
  let back = false;
  /** Counts connections. */
  let connection = 0;
  const again = createAgain(options.environment);
  const news = createNews();
  const works = createWorks();
  const pages = createPages(options.ask);

  /** @returns the rows that have come; undefined when something later was asked for meanwhile */
  const page = (cursor: string | undefined): Promise<readonly KeptRow[] | undefined> => {
    const asked = ask(cursor).finally(() => {
      coming = coming === asked ? undefined : coming;
    });
    coming = asked;
    return asked;
  };

  const ask = async (cursor: string | undefined): Promise<readonly KeptRow[] | undefined> => {
    const mine = ++turn;
    // A further page is drawn in a task of its own: reading it is enough for one, and the agent is scrolling.
    const changed = cursor === undefined ? options.onChange : options.onChangeSoon;
    told = new Set();
    history = "loading";
    changed();
    try {
      const answer = await (cursor === undefined
        ? pages.many(filter, cursor, Math.min(rows.length, mostAgain))
        : pages.one(filter, cursor, stale.size === 0 ? pageRows : longestPage));
      if (mine !== turn) {
        return undefined;
      }
      const { conversations } = answer;
      const meeting = { matches, told, before: rows };
      const now = cursor === undefined ? fromFirst(answer, meeting) : further(answer, meeting, stale);
      rows = now.rows;
      stale = new Set(now.stale);
      failed = undefined;
      next = answer.next;
      history = next === undefined ? "complete" : "more";
      loaded = true;
      const ids = new Set(conversations.map(({ id }) => id));
      const come = rows.filter(({ id }) => ids.has(id));
      options.onLoaded(come);
      if (cursor !== undefined) {
        wanted = false;
      } else if (wanted && next !== undefined) {
        news.know((await page(next)) ?? []);
      }
      return come;
    } catch (thrown) {
      const failure = failureOf(thrown);
      // One cause is told once, however often it is met.
      const error = failed?.failure.reason === failure.reason ? failed.error : options.refused(failure);
      if (mine === turn) {
        history = rows.length === 0 ? "unknown" : "more";
        failed = { first: cursor === undefined, failure, error };
      }
      throw error;
    } finally {
      changed();
    }
  };

  const tell = (changed: readonly KeptRow[]): void => options.onTold(news.take(changed));

  const concerning = createBesides({
    environment: options.environment,
    get: pages.one,
    onCome: (come) => {
      options.onLoaded(come);
      tell(come);
    },
  });

  /** What is loaded; where that fails for a while, it is tried again while the connection is the same. */
  const first = async (
    tried: number,
    retry: (tried: number) => Promise<void>,
  ): Promise<readonly KeptRow[] | undefined> => {
    const mine = connection;
    again.end();
    try {
      return await page(undefined);
    } catch (thrown) {
      if (mine === connection && failed !== undefined) {
        again.after("list", failed.failure, tried, () => void caught(retry(tried + 1)));
      }
      throw thrown;
    }
  };

  const load = async (shown: InboxFilter, tried: number = 0): Promise<void> => {
    if (queryOf(shown, undefined) !== queryOf(filter, undefined)) {
      rows = [];
      failed = undefined;
    }
    filter = shown;
    wanted = false;
    matches = matcherOf(shown);
    news.know((await first(tried, (later) => load(filter, later))) ?? []);
  };

  const lost = (): void => {
    connection += 1;
    again.end();
    concerning.end();
  };

  /** What is loaded, as it is now; tells what was missed. */
  const renew = async (tried: number): Promise<void> => {
    const before = loaded ? rows : undefined;
    const come = await first(tried, renew);
    if (before === undefined) {
      news.know(come ?? []);
      return;
    }
    const known = new Set(before);
    const last = come?.at(-1);
    const reaches = come !== undefined && (next === undefined || (last !== undefined && known.has(last)));
    tell((come ?? []).filter((row) => !known.has(row)));
    options.onSpoken(spoken(come ?? [], before));
    if (back) {
      await concerning.ask(besides(filter, reaches));
    }
  };

  const reload = async (): Promise<void> => {
    lost();
    const mine = connection;
    if (!loaded) {
      // The very first page is not thrown away for a second one: the agent waits for it.
      await coming?.catch(() => undefined);
    }
    if (mine !== connection) {
      return;
    }
    back = connected;
    connected = true;
    // What happened meanwhile is not known; whoever shows it asks.
    works.clear();
    await renew(0);
  };

  return {
    rows: () => rows,
    history: () => history,
    fresh: () => {
      const end = stale.size === 0 ? -1 : rows.findIndex(({ id }) => stale.has(id));
      return end === -1 ? rows.length : end;
    },
    error: () => failed?.error,
    load,
    reload,
    lost,
    work: works.all,
    noteWork: (conversation, work) => {
      const listed = rows.find(({ id }) => id === conversation);
      if (isBefore(work, listed) || isBefore(work, works.all().get(conversation))) {
        return;
      }
      works.keep(conversation, work);
      const { assignee: _, snoozedUntil: __, team: ___, ...row } = listed ?? {};
      if ("id" in row) {
        rows = withRow(rows, { ...row, ...work }, matches);
      }
      options.onChange();
    },
    more: async () => {
      if (failed?.first === true && coming === undefined) {
        await (rows.length === 0 && !back ? load(filter) : renew(0));
      } else if (next !== undefined) {
        // Asked at each change of the list that stands at its end: one request serves them all.
        wanted = true;
        await (coming ?? page(next).then((come) => news.know(come ?? [])));
      }
    },
    leave: (conversation) => {
      if (filter.mentioned === true) {
        rows = rows.filter((row) => row.id !== conversation || matches(row));
        options.onChange();
      }
    },
    onFrame: (frame) => {
      const before = rows;
      const row = rowOfFrame(frame);
      told.add(row.id);
      stale.delete(row.id);
      concerning.overhear(row.id);
      news.know([row]);
      if (options.isOpened(row.id)) {
        works.keep(row.id, row);
      }
      rows = withRow(rows, row, matches);
      options.onChangeSoon();
      options.onTold([row]);
      options.onSpoken(spoken([row], before));
    },
  };
}
