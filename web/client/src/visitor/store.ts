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
  /** The id of a conversation that does not exist yet: the same until it does, or somebody logs out. */
  readonly first: () => string;
  /**
   * Where a message without a conversation goes: the one that is shown, if it takes messages. That is the chosen one,
   * else the newest, else the first-to-be. Only for who writes: it leads him away from a choice that takes none.
   */
  readonly current: () => string;
  /** This conversation or, if it takes no more messages, the newest that does, else a new one. Changes nothing. */
  readonly open: (conversation: string) => string;
  /** Whether it is known which conversation is the current one. */
  readonly settled: () => boolean;
  readonly choose: (conversation: string | undefined) => void;
  /** Resolved conversations take no more messages. */
  readonly close: () => void;
  /** Tells nobody of any later change. */
  readonly end: () => void;
  /** Back to knowing nothing. */
  readonly clear: () => void;
}

const NOBODY: Facts = { connection: "idle", user: {}, loaded: false };

/**
 * `kept` gives the id of a kept session's first conversation; `reopens`: resolved conversations take messages, which open
 * them again.
 */
export function createStore(
  book: Book,
  events: Emitter<VisitorEvents>,
  kept: () => string | undefined,
  newId: () => string,
  reopens: boolean = true,
): Store {
  const build = stateBuilder(book);
  let facts = NOBODY;
  let chosen: string | undefined;
  let provisional: string | undefined;
  let state: VisitorState | undefined;
  let unread = 0;

  const first = (): string => kept() ?? (provisional ??= newId());
  const shown = (): string | undefined => chosen ?? newest(book.all());
  const settled = (): boolean => facts.loaded || !!chosen;
  const open = (id: string): string =>
    reopens || book.at(id).status === "open"
      ? id
      : (newest(book.all().filter(({ status }) => status === "open")) ?? newId());
  const getState = (): VisitorState => {
    state ??= build(facts, shown() ?? (facts.loaded ? first() : undefined));
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
    current: () => {
      // What takes no more messages stays shown until something is written elsewhere.
      chosen &&= open(chosen);
      return open(shown() ?? first());
    },
    open,
    settled,
    subscribe: notifier.subscribe,
    end: notifier.end,
    choose: (conversation) => {
      chosen = conversation;
      touch();
    },
    close: () => {
      reopens = false;
    },
    clear: () => {
      facts = NOBODY;
      chosen = provisional = undefined;
      touch();
    },
  };
}
