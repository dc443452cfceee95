import type { Connection, Conversation, MessageStatus, Sender, WidgetError } from "../contract";
import type { AgentPresence, Work } from "./work";

/** A colleague who has a conversation before him. */
export interface Viewer {
  readonly id: string;
  readonly name: string;
  /** He writes a reply or a note. */
  readonly writing: boolean;
}

/** A row of the list. */
export interface InboxRow extends Work {
  readonly id: string;
  readonly status: "open" | "resolved";
  readonly visitor: { readonly id: string; readonly name?: string; readonly email?: string };
  readonly lastSequence: number;
  readonly unread: number;
  /** First 160 code points of the last message. */
  readonly preview: string;
  readonly sender: Sender;
  readonly timestamp: Date;
  /** The row's place: the last message, or a later waking. */
  readonly activeAt: Date;
  /** The visitor is writing. */
  readonly typing: boolean;
}

export interface AgentState {
  readonly connection: Connection;
  /** Newest activity first; what has been loaded so far, kept live by the stream. */
  readonly inbox: readonly InboxRow[];
  /** Rows older than the last of `inbox`, as in `Conversation.history`. */
  readonly inboxHistory: "unknown" | "loading" | "more" | "complete";
  /**
   * How many rows of `inbox`, from the first on, are loaded since the connection came back. Those behind them are as they
   * were before, but for what the stream tells, until `loadMoreInbox` has come to them.
   */
  readonly inboxFresh: number;
  /** Why rows of `inbox` could not be loaded; `loadMoreInbox` tries again. */
  readonly inboxError?: Error;
  /** What was last told of opened conversations, also of those that `inbox` does not hold, by id. */
  readonly work: ReadonlyMap<string, Work>;
  /** The watched conversations, by id. One's own side is `agent`. */
  readonly threads: ReadonlyMap<string, Conversation>;
  /**
   * What the agent has missed in the watched conversations, by their ids: the visitor's first message that he had not read
   * when he came, or came back after he had looked elsewhere; null while that is not loaded.
   */
  readonly missed: ReadonlyMap<string, string | null>;
  /** By id: messages that can still be taken back, and when each goes, in milliseconds since 1970. */
  readonly held: ReadonlyMap<string, number>;
  /** Who of the agents is there, by id; whoever is absent is offline. */
  readonly presence: ReadonlyMap<string, AgentPresence>;
  /** Colleagues who have a watched conversation before them, by id. */
  readonly viewers: ReadonlyMap<string, readonly Viewer[]>;
  /** By id: why a watched conversation, or more of its messages, could not be loaded. Stays until they are there. */
  readonly troubles: ReadonlyMap<string, WidgetError>;
  readonly error?: WidgetError;
}

export interface AgentEvents {
  /** A visitor's message came (live or caught up); fires in every tab. */
  readonly messageReceived: { readonly conversationId: string; readonly preview: string };
  /**
   * Something about a conversation has changed, whether the list holds it or not; fires in every tab. After a lost
   * connection for what has changed meanwhile in the list, or is this agent's or nobody's, or mentions him. `since`: when
   * this client first had a connection, by the server's clock.
   */
  readonly conversationTold: { readonly row: Omit<InboxRow, "typing">; readonly since: Date };
  readonly messageStatus: {
    readonly messageId: string;
    readonly status: MessageStatus;
    readonly previous: MessageStatus;
  };
  readonly error: WidgetError;
  readonly connectionChanged: "connecting" | "online" | "reconnecting" | "offline";
  /** The session has ended (signed out elsewhere, disabled, expired): ask to sign in again. */
  readonly signedOut: null;
}
