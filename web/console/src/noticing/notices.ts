import type { InboxRow, Note } from "@chask/client";
import type { Kind, NoticeSettings } from "./settings";

export type ToldRow = Omit<InboxRow, "typing">;

/// Something new that an agent is told of once.
export interface News {
  /// The same in every tab.
  readonly key: string;
  readonly kind: Kind;
  readonly row: ToldRow;
  /// The note that mentions him.
  readonly note?: Note;
}

/// The visitor's message that a row tells of, if the agent wants to hear of it. What was written before this console was
/// there, or has been read, is no news.
export function newMessage(
  row: ToldRow,
  since: Date,
  wanted: NoticeSettings["kinds"],
  agentId: string,
): News | undefined {
  const kind = kindOf(row, agentId);
  const isNew = row.sender === "user" && row.unread > 0 && row.timestamp.getTime() > since.getTime();
  return isNew && kind !== undefined && wanted[kind]
    ? { key: `${row.id}:${row.lastSequence}`, kind, row }
    : undefined;
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
