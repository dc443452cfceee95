import type { Connection, Conversation, WidgetError } from "../contract";
import type { Book } from "../engine/book";
import { conversationOf } from "../thread/thread";
import type { Thread } from "../thread/thread";
import type { Activity } from "./activity";
import type { AgentState, InboxRow } from "./api";
import type { KeptRow } from "./inbox";
import type { Held } from "./held";
import type { InboxList } from "./list";
import type { Troubles } from "./troubles";
import type { Viewers } from "./viewers";
import type { Watching } from "./watching";

/** Builds states; threads and rows that have not changed keep their identity, and so does a list of only such rows. */
export function agentStateBuilder(
  book: Book,
  list: InboxList,
  watching: Pick<Watching, "isOpened" | "first">,
  {
    viewers,
    held,
    activity,
    troubles,
  }: {
    readonly viewers: Pick<Viewers, "all">;
    readonly held: Pick<Held, "list">;
    readonly activity: Pick<Activity, "present">;
    readonly troubles: Pick<Troubles, "all">;
  },
): (connection: Connection, error: WidgetError | undefined) => AgentState {
  const shown = new WeakMap<Thread, Conversation>();
  const rows = new WeakMap<KeptRow, InboxRow>();
  let inbox: readonly InboxRow[] = [];
  let made: readonly unknown[] = [];

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
    // All that a row shows. With 10,000 of them it is too much work for each keystroke of somebody.
    const of = [list.rows(), ...book.all()];
    if (of.length !== made.length || of.some((each, index) => each !== made[index])) {
      made = of;
      const now = list.rows().map(row);
      inbox = now.length === inbox.length && now.every((each, index) => each === inbox[index]) ? inbox : now;
    }
    const inboxError = list.error();
    const opened = book.all().filter(({ id }) => watching.isOpened(id));
    return {
      connection,
      inbox,
      inboxHistory: list.history(),
      inboxFresh: list.fresh(),
      ...(inboxError === undefined ? {} : { inboxError }),
      work: list.work(),
      presence: activity.present(),
      threads: new Map(opened.map((thread) => [thread.id, show(thread)])),
      missed: missedIn(opened, watching),
      held: held.list(),
      viewers: viewers.all(),
      troubles: troubles.all(),
      ...(error === undefined ? {} : { error }),
    };
  };
}

function missedIn(
  threads: readonly Thread[],
  { first }: Pick<Watching, "first">,
): ReadonlyMap<string, string | null> {
  const all = new Map<string, string | null>();
  for (const thread of threads) {
    const id = first(thread);
    if (id !== undefined) {
      all.set(thread.id, id);
    }
  }
  return all;
}
