import type { Book } from "../engine/book";
import type { Connection, Conversation, UserConfig, WidgetError } from "../contract";
import { activityOf, conversationOf, unreadOf } from "../thread/thread";
import type { Thread } from "../thread/thread";
import type { VisitorState } from "./api";

/** What of the state is not in the threads. */
export interface Facts {
  readonly connection: Connection;
  readonly visitorId?: string;
  readonly user: UserConfig;
  readonly available?: boolean;
  readonly loaded: boolean;
  readonly error?: WidgetError | undefined;
}

/** Builds states; conversations that have not changed keep their identity. */
export function stateBuilder(book: Book): (facts: Facts, current: string | undefined) => VisitorState {
  const shown = new WeakMap<Thread, Conversation>();
  const show = (thread: Thread): Conversation => {
    const conversation = shown.get(thread) ?? conversationOf(thread);
    shown.set(thread, conversation);
    return conversation;
  };
  return ({ error, ...facts }, current) => {
    const threads = begun(book.all());
    return {
      ...facts,
      conversations: threads.map(show),
      unread: threads.reduce((sum, thread) => sum + unreadOf(thread), 0),
      ...(error && { error }),
      ...(current && { currentConversationId: current }),
    };
  };
}

/** Conversations with at least one message, committed or not, the latest activity first. */
function begun(threads: readonly Thread[]): readonly Thread[] {
  return threads
    .filter(({ last, pending }) => last > 0 || pending.length > 0)
    .toSorted((one, other) => activityOf(other) - activityOf(one));
}

/** The newest open conversation, else the newest. */
export function newest(threads: readonly Thread[]): string | undefined {
  const sorted = begun(threads);
  return (sorted.find(({ status }) => status === "open") ?? sorted[0])?.id;
}
