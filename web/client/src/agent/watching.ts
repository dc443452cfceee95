import type { ClientFrame, Inbox, ServerFrame } from "@chask/wire";
import type { Unsubscribe } from "../contract";
import type { Engine } from "../engine/engine";
import type { Environment } from "../environment";
import { Failed, failureOf } from "../failure";
import type { Failure } from "../failure";
import { caught } from "../promise";
import type { Ask } from "../rest";
import { showFrom } from "../thread/change";
import { beginning, withListed } from "../thread/listed";
import type { Thread } from "../thread/thread";
import { createAgain } from "./again";
import type { AgentClient, ConversationDetails } from "./api";
import { createMissed } from "./missed";
import type { Missed, MissedOptions } from "./missed";
import { isConversation, pathOf } from "./rest";
import type { WireConversation } from "./rest";
import type { Troubles } from "./troubles";

export interface WatchingOptions extends Omit<MissedOptions, "book"> {
  readonly environment: MissedOptions["environment"] & Pick<Environment, "after" | "random">;
  readonly ask: Ask;
  readonly engine: Engine;
  readonly troubles: Troubles;
  readonly baseUrl: string;
  readonly write: (frame: ClientFrame) => boolean;
  readonly refused: (failure: Failure) => Error;
  /** Nobody watches it any more. */
  readonly onEnd: (conversation: string) => void;
  readonly onDetails: (details: ConversationDetails) => void;
}

/** The threads of which an agent gets every message. */
export interface Watching extends Pick<Missed, "seen" | "first"> {
  readonly watch: (conversation: string) => Unsubscribe;
  readonly isWatched: (conversation: string) => boolean;
  readonly lastSeen: AgentClient["lastSeen"];
  /** Whether it is known where the thread stands; its messages may still have to come. */
  readonly isOpened: (conversation: string) => boolean;
  /** What is not there of it: the last page, or the one before what is held. */
  readonly load: (conversation: string) => Promise<void>;
  /** There is a new connection: it knows of no watched thread yet. */
  readonly live: () => void;
  /** A frame that the threads have not taken in yet. */
  readonly onFrame: (frame: ServerFrame) => void;
  /** What an answer to one of the agent's own requests told, perhaps before the stream does. */
  readonly noteDetails: (details: ConversationDetails) => void;
  readonly stop: () => void;
}

/** What was told of a conversation's status, and after how many messages and lines of its log. */
type Told = Pick<Inbox, "status" | "lastSequence" | "events">;

export function createWatching(options: WatchingOptions): Watching {
  const { environment, ask, engine, troubles, write } = options;
  const { book, reading } = engine;
  const watched = new Map<string, number>();
  const opened = new Set<string>();
  const opening = new Map<string, Promise<void>>();
  const told = new Map<string, Told>();
  const again = createAgain(environment);
  const show = showFrom(options.baseUrl);
  const missed = createMissed({ ...options, book });

  const follow = (conversation: string): void => {
    write({ type: "watch", conversation, after: book.at(conversation).cursor });
  };

  /** The status that holds now. Frames and answers overtake each other, and what is written or done only grows. */
  const statusOf = (thread: Thread, now: Told): Thread["status"] => {
    const before = told.get(thread.id);
    if (before && (now.events < before.events || now.lastSequence < before.lastSequence)) {
      // Of a thread that is only being asked for, nothing else has told the status.
      return opened.has(thread.id) ? thread.status : before.status;
    }
    told.set(thread.id, now);
    return now.status;
  };

  const hold = (thread: Thread, status: Thread["status"], last: number = thread.last): void => {
    if (status !== thread.status || last !== thread.last) {
      book.set({ ...thread, status, last });
    }
  };

  const take = (listed: WireConversation): void => {
    const { id, ownRead, lastSequence } = listed;
    reading.confirmed(id, ownRead);
    const thread = book.at(id);
    const status = statusOf(thread, listed);
    if (!opened.has(id)) {
      opened.add(id);
      book.set(withListed(beginning(thread, lastSequence), { ...listed, status }, show));
      if (watched.has(id)) {
        missed.begin(id);
        follow(id);
      }
    } else {
      // Its messages and marks come by the stream, if anybody still watches it.
      hold(thread, status);
    }
  };

  const open = async (conversation: string, tried: number): Promise<void> => {
    try {
      take(await ask({ method: "GET", path: pathOf(conversation) }, isConversation));
      const { from, held } = book.at(conversation);
      if ((from > 0 && held.length === 0) || troubles.failure(conversation)) {
        await engine.loadHistory(conversation);
      }
      troubles.end(conversation);
    } catch (thrown) {
      // What a page has come to is noted with it.
      const failure =
        thrown instanceof Failed ? thrown.failure : (troubles.failure(conversation) ?? failureOf(thrown));
      if (watched.has(conversation)) {
        failed(conversation, failure, tried);
      }
    }
  };

  const failed = (conversation: string, failure: Failure, tried: number): void => {
    if (!opened.has(conversation)) {
      troubles.note(conversation, failure);
    }
    again.after(conversation, failure, tried, () => void start(conversation, tried + 1));
    if (!failure.retryable && !opened.has(conversation)) {
      options.refused(failure);
    }
  };

  /** Asks for a conversation; whoever asks meanwhile gets the same answer. */
  const start = (conversation: string, tried: number = 0): Promise<void> => {
    again.drop(conversation);
    const asked =
      opening.get(conversation) ??
      caught(open(conversation, tried).finally(() => opening.delete(conversation)));
    opening.set(conversation, asked);
    return asked;
  };

  /** Nothing that answers `watch` tells the status: also an opened thread is asked for again. */
  const ensure = (conversation: string): void => {
    if (opened.has(conversation)) {
      missed.begin(conversation);
      follow(conversation);
    }
    void start(conversation);
  };

  const leave = (conversation: string): void => {
    watched.delete(conversation);
    missed.end(conversation);
    again.drop(conversation);
    write({ type: "unwatch", conversation });
    options.onEnd(conversation);
  };

  const onInbox = (frame: Inbox): void => {
    const { conversation, lastSequence } = frame;
    const thread = book.get(conversation);
    if (!opened.has(conversation) && opening.has(conversation)) {
      // Its answer may tell what was true before.
      statusOf(book.at(conversation), frame);
    } else if (thread !== undefined && opened.has(conversation)) {
      const last = watched.has(conversation) ? Math.max(thread.last, lastSequence) : thread.last;
      hold(thread, statusOf(thread, frame), last);
    }
  };

  return {
    seen: missed.seen,
    first: missed.first,
    watch: (conversation) => {
      const count = watched.get(conversation) ?? 0;
      watched.set(conversation, count + 1);
      if (count === 0) {
        troubles.end(conversation);
        ensure(conversation);
      }
      let ended = false;
      return () => {
        const left = (watched.get(conversation) ?? 1) - 1;
        if (ended) {
          return;
        }
        ended = true;
        if (left > 0) {
          watched.set(conversation, left);
        } else {
          leave(conversation);
        }
      };
    },
    isWatched: (conversation) => watched.has(conversation),
    lastSeen: (conversation) => {
      const thread = opened.has(conversation) ? book.at(conversation) : undefined;
      // An opened thread counts from the server's last sequence before any message is there to be seen.
      return thread !== undefined && thread.held.length > 0
        ? thread.cursor
        : options.row(conversation)?.lastSequence;
    },
    isOpened: (conversation) => opened.has(conversation),
    load: (conversation) =>
      watched.has(conversation) && !opened.has(conversation)
        ? start(conversation)
        : engine.loadHistory(conversation),
    live: () => {
      // A database that was restored counts anew.
      told.clear();
      for (const conversation of watched.keys()) {
        const before = opening.get(conversation);
        ensure(conversation);
        // What was asked for earlier may tell what was true before this connection.
        void before?.then(() => (watched.has(conversation) ? start(conversation) : undefined));
      }
    },
    noteDetails: (details) => {
      const { id, status, lastSequence, work } = details;
      options.onDetails(details);
      const thread = book.get(id);
      if (thread !== undefined && opened.has(id)) {
        hold(thread, statusOf(thread, { status, lastSequence, events: work.events }));
      }
    },
    stop: again.end,
    onFrame: (frame) => {
      if (frame.type === "inbox") {
        onInbox(frame);
      } else if (frame.type === "typing") {
        // Keeps a place for what is not stored, of a conversation that was never opened.
        book.set(book.at(frame.conversation));
      } else {
        missed.onFrame(frame);
      }
    },
  };
}
