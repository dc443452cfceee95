import type { Inbox } from "@chask/wire";
import type { InboxRow } from "./api";
import type { WireConversation } from "./rest";

/** A row as it is kept; whether the visitor is typing is known elsewhere. */
export type KeptRow = Omit<InboxRow, "typing">;

export type Filter = InboxRow["status"];

const PREVIEW = 160;

export function rowOfConversation(listed: WireConversation): KeptRow {
  const { id, status, lastSequence, unread, lastMessage, createdAt, visitor } = listed;
  return {
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
  };
}

export function rowOfFrame(frame: Inbox): KeptRow {
  const { type: _, conversation, timestamp, visitor, ...rest } = frame;
  return { ...rest, id: conversation, visitor: person(visitor), timestamp: new Date(timestamp) };
}

function person({ id, name, email }: KeptRow["visitor"]): KeptRow["visitor"] {
  return { id, ...(name === undefined ? {} : { name }), ...(email === undefined ? {} : { email }) };
}

/** The rows with this one in it, the latest activity first; a row of another status leaves the list. */
export function withRow(rows: readonly KeptRow[], row: KeptRow, filter: Filter): readonly KeptRow[] {
  const before = rows.find(({ id }) => id === row.id);
  if (before !== undefined && before.lastSequence > row.lastSequence) {
    return rows;
  }
  const others = rows.filter(({ id }) => id !== row.id);
  return row.status === filter ? latestFirst([...others, row]) : others;
}

/** The rows of a page joined to those that are known; what the stream has told meanwhile wins. */
export function withPage(
  rows: readonly KeptRow[],
  page: readonly WireConversation[],
  filter: Filter,
): readonly KeptRow[] {
  return page.map(rowOfConversation).reduce((all, row) => withRow(all, row, filter), rows);
}

/** Rows of the first in which the visitor has written more than the second knew. */
export function spoken(now: readonly KeptRow[], before: readonly KeptRow[]): readonly KeptRow[] {
  const known = new Map(before.map(({ id, lastSequence }) => [id, lastSequence]));
  return now.filter(
    ({ id, sender, lastSequence, unread }) =>
      sender === "user" && unread > 0 && lastSequence > (known.get(id) ?? 0),
  );
}

function latestFirst(rows: readonly KeptRow[]): readonly KeptRow[] {
  return rows.toSorted((one, other) => other.timestamp.getTime() - one.timestamp.getTime());
}
