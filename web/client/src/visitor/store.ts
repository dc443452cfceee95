import type { Unsubscribe } from "../contract";
import type { Emitter } from "../emitter";
import { createNotifier } from "../notifier";
import type { Book } from "../engine/book";
import type { VisitorEvents, VisitorState } from "./api";
import { newest, stateBuilder } from "./state";
import type { Facts } from "./state";

/** The state as the view sees it, and the facts it is made of. */
export interface Store {
  readonly facts: () => Facts;
  readonly change: (facts: Partial<Facts>) => void;
  /** Something in the threads has changed. */
  readonly touch: () => void;
  readonly getState: () => VisitorState;
  readonly subscribe: (listener: () => void) => Unsubscribe;
  /** Where a message without a conversation goes: the chosen one, else the newest, else the first-to-be. */
  /** The id of a conversation that does not exist yet: the same until it does, or somebody logs out. */
  readonly first: () => string;
  readonly current: () => string;
  readonly choose: (conversation: string | undefined) => void;
  /** Tells nobody of any later change. */
  readonly end: () => void;
  /** Back to knowing nothing. */
  readonly clear: () => void;
}

const NOBODY: Facts = { connection: "idle", user: {}, loaded: false };

/** `kept` gives the id of a kept session's first conversation. */
export function createStore(
  book: Book,
  events: Emitter<VisitorEvents>,
  kept: () => string | undefined,
  newId: () => string,
): Store {
  const build = stateBuilder(book);
  let facts = NOBODY;
  let chosen: string | undefined;
  let provisional: string | undefined;
  let state: VisitorState | undefined;
  let unread = 0;

  const first = (): string => kept() ?? (provisional ??= newId());
  const current = (): string => chosen ?? newest(book.all()) ?? first();
  const getState = (): VisitorState => {
    state ??= build(facts, facts.loaded || chosen !== undefined ? current() : newest(book.all()));
    return state;
  };
  const notifier = createNotifier(() => {
    const now = getState().unread;
    if (now !== unread) {
      unread = now;
      events.emit("unreadCountChanged", now);
    }
  });
  const touch = (): void => {
    state = undefined;
    notifier.touch();
  };
  const change = (next: Partial<Facts>): void => {
    facts = { ...facts, ...next };
    touch();
  };
  return {
    facts: () => facts,
    change,
    touch,
    getState,
    first,
    current,
    subscribe: notifier.subscribe,
    end: notifier.end,
    choose: (conversation) => {
      chosen = conversation;
      touch();
    },
    clear: () => {
      facts = NOBODY;
      chosen = provisional = undefined;
      touch();
    },
  };
}
