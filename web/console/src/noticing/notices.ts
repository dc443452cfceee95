import type { InboxRow, Note, WorkEvent } from "@chask/client";
import type { Kind, NoticeSettings } from "./settings";

export type ToldRow = Omit<InboxRow, "typing">;

/// Something new that an agent is told of once.
export interface News {
  /// The same in every tab.
  readonly key: string;
  /// The key of what is no news any more once this was told.
  readonly covers?: string;
  readonly kind: Kind;
  readonly row: ToldRow;
  /// The note that mentions him.
  readonly note?: Note;
}

/// The visitor's message that a row tells of, if the agent wants to hear of it. What was written before this console was
/// there, or has been read, is no news. That nobody had the conversation when it was told is part of the key: whoever
/// gets it afterwards is told that it is his. Who was told of it as his own is not told again when he has it no more. The
/// time is the message's own: the last sequence also counts what is edited and deleted, and would ring for that.
export function newMessage(
  row: ToldRow,
  since: Date,
  wanted: NoticeSettings["kinds"],
  agentId: string,
): News | undefined {
  const kind = kindOf(row, agentId);
  const isNew = row.sender === "user" && row.unread > 0 && row.timestamp.getTime() > since.getTime();
  if (!isNew || row.status !== "open" || kind === undefined || !wanted[kind]) {
    return undefined;
  }
  const message = `${row.id}:${row.timestamp.getTime()}`;
  const news = { key: `${kind}:${message}`, kind, row };
  return kind === "mine" ? { ...news, covers: `unassigned:${message}` } : news;
}

function kindOf({ assignee }: ToldRow, agentId: string): "mine" | "unassigned" | undefined {
  if (assignee === undefined) {
    return "unassigned";
  }
  return assignee.id === agentId ? "mine" : undefined;
}

/// The colleagues' notes that have mentioned the agent since then.
export function newMentions(
  row: ToldRow,
  notes: readonly Note[],
  since: Date,
  agentId: string,
): readonly News[] {
  return notes
    .filter(
      ({ author, mentions, timestamp }) =>
        author.id !== agentId && mentions.includes(agentId) && timestamp.getTime() > since.getTime(),
    )
    .map((note) => ({ key: `note:${note.id}`, kind: "mentions", row, note }));
}

/// What others, or the server, have done since then with a conversation of the agent: he got it, or its rest has ended.
export function newEvents(
  row: ToldRow,
  events: readonly WorkEvent[],
  since: Date,
  wanted: NoticeSettings["kinds"],
  agentId: string,
): readonly News[] {
  return events
    .filter(({ actor, timestamp }) => actor?.id !== agentId && timestamp.getTime() > since.getTime())
    .flatMap((event) => {
      const kind = kindOfEvent(event, agentId);
      return kind !== undefined && wanted[kind]
        ? [{ key: `event:${row.id}:${event.number}`, kind, row }]
        : [];
    });
}

function kindOfEvent({ kind, agent }: WorkEvent, agentId: string): "assigned" | "woken" | undefined {
  if (kind === "woken") {
    return "woken";
  }
  return (kind === "assigned" || kind === "routed") && agent?.id === agentId ? "assigned" : undefined;
}

/// Whether the agent has taken the conversation himself after its last message: he has seen what waits there.
export function tookHimself(row: ToldRow, events: readonly WorkEvent[], agentId: string): boolean {
  return events.some(
    ({ kind, actor, agent, timestamp }) =>
      kind === "assigned" &&
      actor?.id === agentId &&
      agent?.id === agentId &&
      timestamp.getTime() >= row.timestamp.getTime(),
  );
}

/// Whether there is nothing left to do about it, because the agent has read it elsewhere, or somebody else has it now.
export function isOver({ kind }: News, row: ToldRow, agentId: string): boolean {
  switch (kind) {
    case "mine":
    case "unassigned":
      return row.unread === 0 || row.status === "resolved" || kindOf(row, agentId) === undefined;
    case "assigned":
    case "woken":
      return row.status === "resolved" || row.assignee?.id !== agentId;
    case "mentions":
      return !row.mentioned;
    default:
      return kind satisfies never;
  }
}

/// One notice a conversation for what happened to it at once: who is given a conversation with a new message in it is
/// told that he has got it, and reads the message there.
export function joined(news: readonly News[]): readonly News[] {
  const happened = new Map(news.filter(({ note }) => note === undefined).map((one) => [one.row.id, one]));
  for (const one of news) {
    if (one.kind === "assigned") {
      happened.set(one.row.id, one);
    }
  }
  return news.filter((one) => one.note !== undefined || happened.get(one.row.id) === one);
}
