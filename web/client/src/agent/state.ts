import type { Connection, Conversation, WidgetError } from "../contract";
import type { Book } from "../engine/book";
import { conversationOf } from "../thread/thread";
import type { Thread } from "../thread/thread";
import type { AgentState, InboxRow } from "./api";
import type { KeptRow } from "./inbox";
import type { InboxList } from "./list";
import type { Watching } from "./watching";

/** Builds states; threads and rows that have not changed keep their identity, and so does a list of only such rows. */
export function agentStateBuilder(
  book: Book,
  list: InboxList,
  watching: Pick<Watching, "isOpened">,
): (connection: Connection, error: WidgetError | undefined) => AgentState {
  const shown = new WeakMap<Thread, Conversation>();
  const rows = new WeakMap<KeptRow, InboxRow>();
  let inbox: readonly InboxRow[] = [];

  const show = (thread: Thread): Conversation => {
    const conversation = shown.get(thread) ?? conversationOf(thread);
    shown.set(thread, conversation);
    return conversation;
  };
  const row = (kept: KeptRow): InboxRow => {
    const thread = book.get(kept.id);
    const typing = thread?.typing?.from === "user";
    const unread = (thread?.ownRead ?? 0) >= kept.lastSequence ? 0 : kept.unread;
    const before = rows.get(kept);
    if (before?.typing === typing && before.unread === unread) {
      return before;
    }
    const next = { ...kept, typing, unread };
    rows.set(kept, next);
    return next;
  };

  return (connection, error) => {
    const now = list.rows().map(row);
    inbox = now.length === inbox.length && now.every((each, index) => each === inbox[index]) ? inbox : now;
    const opened = book.all().filter(({ id }) => watching.isOpened(id));
    return {
      connection,
      inbox,
      inboxHistory: list.history(),
      work: list.work(),
      threads: new Map(opened.map((thread) => [thread.id, show(thread)])),
      unread: inbox.reduce((sum, { unread }) => sum + unread, 0),
      ...(error === undefined ? {} : { error }),
    };
  };
}
