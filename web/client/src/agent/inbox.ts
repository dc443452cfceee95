import type { Inbox } from "@chask/wire";
import type { InboxFilter, InboxRow, Work } from "./api";
import { workOf } from "./rest";
import type { WireConversation } from "./rest";

/** A row as it is kept; whether the visitor is typing is known elsewhere. */
export type KeptRow = Omit<InboxRow, "typing">;

const PREVIEW = 160;

export function rowOfConversation(listed: WireConversation): KeptRow {
  const { id, status, lastSequence, unread, lastMessage, createdAt, visitor, activeAt } = listed;
  return {
    ...workOf(listed),
    id,
    status,
    lastSequence,
    unread,
    visitor: person(visitor),
    preview: Array.from(lastMessage?.content ?? "")
      .slice(0, PREVIEW)
      .join(""),
    sender: lastMessage?.sender ?? "user",
    timestamp: new Date(lastMessage?.timestamp ?? createdAt),
    activeAt: new Date(activeAt),
  };
}

export function rowOfFrame(frame: Inbox): KeptRow {
  const { conversation, status, lastSequence, unread, preview, sender, timestamp, visitor, activeAt } = frame;
  return {
    ...workOf(frame),
    id: conversation,
    status,
    lastSequence,
    unread,
    visitor: person(visitor),
    preview,
    sender,
    timestamp: new Date(timestamp),
    activeAt: new Date(activeAt),
  };
}

function person({ id, name, email }: KeptRow["visitor"]): KeptRow["visitor"] {
  return { id, ...(name === undefined ? {} : { name }), ...(email === undefined ? {} : { email }) };
}

/** Whether the first was true before the second: what is done with a conversation, and said beside it, only grows. */
export function isBefore(work: Work, known: Work | undefined): boolean {
  return known !== undefined && (work.events < known.events || work.notes < known.notes);
}

/** Says which rows a list of this agent holds. */
export type Matches = (row: KeptRow) => boolean;

export function matcher(filter: InboxFilter, agentId: string): Matches {
  const tag = filter.tag?.toLowerCase();
  return (row) =>
    (filter.status === "any" || row.status === filter.status) &&
    isAssignedTo(filter.assignee, row.assignee?.id, agentId) &&
    (filter.team === undefined || filter.team === row.team?.id) &&
    (filter.snoozed === undefined || filter.snoozed === (row.snoozedUntil !== undefined)) &&
    (tag === undefined || row.tags.some((each) => each.toLowerCase() === tag)) &&
    (filter.mentioned !== true || row.mentioned);
}

function isAssignedTo(wanted: InboxFilter["assignee"], has: string | undefined, agentId: string): boolean {
  if (wanted === undefined) {
    return true;
  }
  return wanted === "none" ? has === undefined : has === (wanted === "me" ? agentId : wanted);
}

/** The filter as the query of `GET /v1/conversations`. */
export function queryOf(filter: InboxFilter, cursor: string | undefined): string {
  const { status, assignee, team, snoozed, tag, mentioned } = filter;
  const told = {
    status,
    assignee,
    team,
    snoozed: snoozed?.toString(),
    tag,
    mentioned: mentioned?.toString(),
    cursor,
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(told)) {
    if (value !== undefined) {
      query.set(name, value);
    }
  }
  return query.toString();
}

/** The rows with this one in it, the latest activity first; a row that does not match leaves the list. */
export function withRow(rows: readonly KeptRow[], row: KeptRow, matches: Matches): readonly KeptRow[] {
  const at = rows.findIndex(({ id }) => id === row.id);
  if ((rows[at]?.lastSequence ?? 0) > row.lastSequence) {
    return rows;
  }
  const others = at === -1 ? rows : rows.toSpliced(at, 1);
  if (!matches(row)) {
    return others;
  }
  const place = others.findIndex(({ activeAt }) => activeAt.getTime() <= row.activeAt.getTime());
  return others.toSpliced(place === -1 ? others.length : place, 0, row);
}

/** What a page of the list meets. */
export interface Meeting {
  readonly matches: Matches;
  /** What the stream has told meanwhile. */
  readonly told: ReadonlySet<string>;
  /** The rows shown so far. */
  readonly before: readonly KeptRow[];
}

/**
 * The rows of a page joined to those that are known, sorted once however many they are; what the stream has `told`
 * meanwhile wins, also where it told that a row has left. A row that has not changed stays the object it was: whoever
 * shows it has nothing to draw.
 */
export function withPage(
  rows: readonly KeptRow[],
  page: readonly WireConversation[],
  { matches, told, before }: Meeting,
): readonly KeptRow[] {
  const appended = behind(rows, page, { matches, told, before });
  if (appended !== undefined) {
    return appended;
  }
  const shown = new Map(before.map((row) => [row.id, row]));
  const all = new Map(rows.map((row) => [row.id, row]));
  for (const row of page.map(rowOfConversation)) {
    const known = all.get(row.id);
    if (!told.has(row.id) && (known === undefined || known.lastSequence <= row.lastSequence)) {
      all.delete(row.id);
      if (matches(row)) {
        all.set(row.id, unchanged(shown.get(row.id), row));
      }
    }
  }
  return latestFirst([...all.values()]);
}

/** The rows with the page at their end, where it only goes on: to sort 10,000 rows for 50 new ones holds up scrolling. */
function behind(
  rows: readonly KeptRow[],
  page: readonly WireConversation[],
  { matches, told }: Meeting,
): readonly KeptRow[] | undefined {
  const last = rows.at(-1)?.activeAt.getTime() ?? 0;
  const ids = new Set(page.map(({ id }) => id));
  const next = latestFirst(page.map(rowOfConversation));
  const goesOn =
    rows.length > 0 &&
    next.every(({ id, activeAt }) => activeAt.getTime() <= last && !told.has(id)) &&
    !rows.some(({ id }) => ids.has(id));
  return goesOn ? [...rows, ...next.filter(matches)] : undefined;
}

/** The row as it was known where it is still the same: it may have come by a frame or a page. */
export function unchanged(before: KeptRow | undefined, now: KeptRow): KeptRow {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(now) ? before : now;
}

/** Rows of the first in which the visitor has written more than the second knew. */
export function spoken(now: readonly KeptRow[], before: readonly KeptRow[]): readonly KeptRow[] {
  const told = new Set(now.map(({ id }) => id));
  const known = new Map(
    before.filter(({ id }) => told.has(id)).map(({ id, lastSequence }) => [id, lastSequence]),
  );
  return now.filter(
    ({ id, sender, lastSequence, unread }) =>
      sender === "user" && unread > 0 && lastSequence > (known.get(id) ?? 0),
  );
}

export function latestFirst(rows: readonly KeptRow[]): readonly KeptRow[] {
  return rows.toSorted((one, other) => other.activeAt.getTime() - one.activeAt.getTime());
}
