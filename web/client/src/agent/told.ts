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
  /** What was last told of opened conversations, also of those that `inbox` does not hold, by id. */
  readonly work: ReadonlyMap<string, Work>;
  /** The watched conversations, by id. One's own side is `agent`. */
  readonly threads: ReadonlyMap<string, Conversation>;
  /** By id: messages that can still be taken back, and when each goes, in milliseconds since 1970. */
  readonly held: ReadonlyMap<string, number>;
  /** Who of the agents is there, by id; whoever is absent is offline. */
  readonly presence: ReadonlyMap<string, AgentPresence>;
  /** Colleagues who have a watched conversation before them, by id. */
  readonly viewers: ReadonlyMap<string, readonly Viewer[]>;
  /** Over the rows of `inbox`. */
  readonly unread: number;
  readonly error?: WidgetError;
}

export interface AgentEvents {
  /** A visitor's message came (live or caught up); fires in every tab. */
  readonly messageReceived: { readonly conversationId: string; readonly preview: string };
  /**
   * Something about a conversation has changed, whether the list holds it or not; fires in every tab, and for the first
   * page of the list after a lost connection. `since`: when this client first had a connection, by the server's clock.
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
