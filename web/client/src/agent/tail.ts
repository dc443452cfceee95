import { latestFirst, withPage, withRow } from "./inbox";
import type { KeptRow, Meeting } from "./inbox";
import type { WireConversation } from "./rest";

/** What the server gives of the list at once. */
export interface Page {
  readonly conversations: readonly WireConversation[];
  readonly next?: string;
}

/** Rows of which those behind a place are as they were before the connection was lost. */
interface Joined {
  readonly rows: readonly KeptRow[];
  readonly stale: ReadonlySet<string>;
}

/**
 * The rows from the first on as they are now, and behind them those that were loaded further down before: what an agent
 * looks at there is not taken from him. Those that the stream has told meanwhile are as it told them.
 */
export function fromFirst(page: Page, meeting: Meeting): Joined {
  const { matches, told, before } = meeting;
  const head = before
    .filter(({ id }) => told.has(id))
    .reduce((all, row) => withRow(all, row, matches), withPage([], page.conversations, meeting));
  const follows = behind(page);
  return joined(
    head,
    before.filter((row) => !told.has(row.id) && follows(row)),
  );
}

/** The rows with a further page: of the stale ones, those in its reach that it does not hold have left the list. */
export function further(page: Page, meeting: Meeting, stale: ReadonlySet<string>): Joined {
  const { before } = meeting;
  if (stale.size === 0) {
    return { rows: withPage(before, page.conversations, meeting), stale };
  }
  const follows = behind(page);
  const fresh = before.filter(({ id }) => !stale.has(id));
  return joined(
    withPage(fresh, page.conversations, meeting),
    before.filter((row) => stale.has(row.id) && follows(row)),
  );
}

/** Says what may still come with a later page. */
function behind({ conversations, next }: Page): (row: KeptRow) => boolean {
  const ids = new Set(conversations.map(({ id }) => id));
  const end = new Date(conversations.at(-1)?.activeAt ?? 0);
  return ({ id, activeAt }) => next !== undefined && !ids.has(id) && activeAt <= end;
}

function joined(head: readonly KeptRow[], tail: readonly KeptRow[]): Joined {
  const rows = [...head, ...tail];
  const last = head.at(-1);
  const first = tail[0];
  // What the stream told of the tail stands among it; else there is nothing to sort.
  const inOrder = last === undefined || first === undefined || first.activeAt <= last.activeAt;
  return { rows: inOrder ? rows : latestFirst(rows), stale: new Set(tail.map(({ id }) => id)) };
}
