import type { PresenceState } from "@chask/wire";
import type {
  Attachment,
  ChatMessage,
  Describe,
  Draft,
  Sender,
  Unsubscribe,
  UploadOptions,
} from "../contract";
import type { MessageChange, MessagePolicy, Segment, Tag } from "./words";
import type { Environment } from "../environment";
import type { Holding } from "./holding";
import type { AgentEvents, AgentState } from "./told";
import type { Colleague, Note, NoteDraft, Team, Work, WorkEvent } from "./work";

export type * from "./told";
export type * from "./work";

export type { MessageChange, MessagePolicy, Segment, Tag } from "./words";

export interface AgentOptions {
  /** Origin of the server; empty for the page's own origin. */
  readonly baseUrl: string;
  /** Name and version for the server's log, such as `console/0.1.0`. */
  readonly name: string;
  /** The browser's cookie (the console), or a bearer token (an API client). */
  readonly credentials: { readonly kind: "cookie" } | { readonly kind: "bearer"; readonly token: string };
  /** Keeps the outbox of one agent apart from another's on the same machine. */
  readonly agentId: string;
  /** Which conversations `inbox` holds to begin with. Default: all that are open and awake. */
  readonly filter?: InboxFilter;
  readonly describe: Describe;
  readonly environment?: Environment;
}

/** What the REST routes need: sign in with it before there is an agent to create a client for. */
export type AgentApiOptions = Omit<AgentOptions, "agentId" | "filter" | "name">;

export interface Agent {
  readonly id: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly avatarUrl?: string;
  /** The organization asks for a second factor and he has none: only his own account answers. */
  readonly secondFactorRequired?: boolean;
}

/** What an agent may do; each may do what those after it may. */
export type Role = "owner" | "admin" | "agent";

/** What is known of a visitor; what he told himself is unverified. */
export interface Visitor {
  readonly id: string;
  /** The customer's own id of this person. */
  readonly userId?: string;
  /** Whether an identity token has shown `userId`. */
  readonly verified?: boolean;
  /** What that token has vouched for: `userId` and other members of this object. */
  readonly verifiedFields?: readonly string[];
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly avatarUrl?: string;
  readonly company?: { readonly id?: string; readonly name?: string };
  readonly locale?: string;
  readonly attributes: Readonly<Record<string, string | number | boolean | null>>;
  readonly page?: { readonly url?: string; readonly title?: string; readonly referrer?: string };
  readonly userAgent?: string;
  readonly createdAt?: Date;
  readonly lastSeenAt?: Date;
  /** When an agent blocked the visitor. */
  readonly blockedAt?: Date;
}

/** A conversation with its visitor, as the panel beside a thread shows it. */
export interface ConversationDetails {
  readonly id: string;
  readonly status: "open" | "resolved";
  readonly visitor: Visitor;
  readonly lastSequence: number;
  readonly unread: number;
  readonly createdAt: Date;
  readonly work: Work;
}

/** Which conversations a list holds. */
export interface InboxFilter {
  readonly status: "open" | "resolved" | "any";
  /** This agent's, nobody's, or those of the agent with this id. */
  readonly assignee?: "me" | "none" | (string & {});
  /** The id of a team. */
  readonly team?: string;
  readonly snoozed?: boolean;
  readonly tag?: string;
  /** With a note that mentions this agent and that he has not seen. */
  readonly mentioned?: boolean;
}

/** How many conversations each view holds, and what is unread; each counted up to 1,000. */
export interface InboxCounts {
  readonly mine: number;
  readonly unassigned: number;
  readonly open: number;
  readonly snoozed: number;
  readonly mentions: number;
  /** Visitors' messages in what is open, awake, and this agent's or nobody's. */
  readonly unread: number;
}

/** A conversation that was found, and where its words stand. */
export interface SearchHit {
  readonly conversation: ConversationDetails;
  /** How many of its messages have the words, or as many of them as the best. */
  readonly matches: number;
  readonly message?: {
    readonly id: string;
    readonly sequence: number;
    readonly sender: Sender;
    readonly timestamp: Date;
    readonly segments: readonly Segment[];
    /** The names of those of its files that have the words. */
    readonly files: readonly (readonly Segment[])[];
  };
  readonly name?: readonly Segment[];
  readonly email?: readonly Segment[];
  readonly phone?: readonly Segment[];
  readonly company?: readonly Segment[];
  readonly userId?: readonly Segment[];
  readonly tags: readonly string[];
}

export interface SearchPage {
  readonly hits: readonly SearchHit[];
  readonly next?: string;
}

/** The agents' routes that need no stream. Each rejects with a `WidgetError`; none is retried by itself. */
export interface AgentApi {
  /**
   * Signs in by the HttpOnly cookie. `CREDENTIALS_INVALID` when e-mail or password is wrong, `TOTP_REQUIRED` when the
   * same is to be asked again with the code of the second factor.
   */
  readonly signIn: (email: string, password: string, code?: string) => Promise<Agent>;
  /** Who is signed in; `AUTH_ERROR` when nobody is. */
  readonly currentAgent: () => Promise<Agent>;
  readonly signOut: () => Promise<void>;
  readonly getConversation: (conversationId: string) => Promise<ConversationDetails>;
  /**
   * Resolves or reopens. With the last sequence that the agent has seen: not resolved, but `MESSAGE_UNSEEN`, when the
   * visitor has written since.
   */
  readonly setStatus: (
    conversationId: string,
    status: "open" | "resolved",
    seen?: number,
  ) => Promise<ConversationDetails>;
  /**
   * Gives the conversation to an agent, or back to all. `ASSIGNED_ELSEWHERE` unless it still is whose `expected` says;
   * null means nobody.
   */
  readonly assign: (
    conversationId: string,
    agent: string | null,
    expected: string | null,
  ) => Promise<ConversationDetails>;
  /**
   * Moves it to a team, where it is nobody's, or out of its team. Otherwise as `assign`; `MOVED_ELSEWHERE` unless it
   * still is in the expected team.
   */
  readonly moveToTeam: (
    conversationId: string,
    team: string | null,
    expected: { readonly agent: string | null; readonly team: string | null },
  ) => Promise<ConversationDetails>;
  /** What was done with it, oldest first; the newest 500. */
  readonly listEvents: (conversationId: string) => Promise<readonly WorkEvent[]>;
  /** How this agent wants to be seen, until he chooses again. */
  readonly choosePresence: (choice: PresenceState) => Promise<void>;
  readonly listTeams: () => Promise<readonly Team[]>;
  /** Lets it rest until then; null wakes it. `seen` as that of `setStatus`. */
  readonly snooze: (
    conversationId: string,
    until: Date | null,
    seen?: number,
  ) => Promise<ConversationDetails>;
  readonly changeTags: (
    conversationId: string,
    change: { readonly add?: readonly string[]; readonly remove?: readonly string[] },
  ) => Promise<ConversationDetails>;
  readonly listNotes: (conversationId: string) => Promise<readonly Note[]>;
  readonly writeNote: (conversationId: string, note: NoteDraft) => Promise<Note>;
  /** Of one note, or of all that mention him. */
  readonly markMentionsSeen: (conversationId: string, noteId?: string) => Promise<void>;
  readonly countInbox: () => Promise<InboxCounts>;
  readonly listColleagues: () => Promise<readonly Colleague[]>;
  readonly listTags: () => Promise<readonly Tag[]>;
  readonly search: (words: string, cursor?: string) => Promise<SearchPage>;
  /** For how many minutes agents may change what they wrote; 0: never. */
  readonly messagePolicy: () => Promise<MessagePolicy>;
  /** Blocks a visitor, or lets him write again. */
  readonly setBlocked: (visitorId: string, blocked: boolean) => Promise<void>;
}

/** An agent's side of the chat without any look. Promises behave as those of `VisitorClient`. */
export interface AgentClient extends Holding {
  readonly getState: () => AgentState;
  readonly subscribe: (listener: () => void) => Unsubscribe;
  readonly on: <K extends keyof AgentEvents>(
    event: K,
    listener: (data: AgentEvents[K]) => void,
  ) => Unsubscribe;

  /** Loads the first page of the list and keeps a connection from now on. Idempotent. */
  readonly start: () => Promise<void>;
  /** Which conversations `inbox` holds; loads the list anew. */
  readonly setFilter: (filter: InboxFilter) => Promise<void>;
  /** What an answer of `AgentApi` told of a conversation, before the stream tells it too. */
  readonly noteDetails: (details: ConversationDetails) => void;
  /** A person did something in this page: keeps the agent from being away. Call it as often as you like. */
  readonly noteActivity: () => void;
  /** The next page of the list; what could not be loaded of it, again. */
  readonly loadMoreInbox: () => Promise<void>;

  /** Full messages of this conversation in `threads` until the result is called. Counted: two calls need two ends. */
  readonly watch: (conversationId: string) => Unsubscribe;
  /**
   * The last sequence of what `threads` shows of this conversation, and of what `inbox` tells where it shows nothing;
   * undefined where nothing is known.
   */
  readonly lastSeen: (conversationId: string) => number | undefined;
  /** The page before the first message; of a watched conversation that could not be loaded, the last page. */
  readonly loadHistory: (conversationId: string) => Promise<void>;
  /** Which thread a person can see, or null; marks it read while page and thread are seen. */
  readonly setVisibleConversation: (conversationId: string | null) => void;
  readonly setTyping: (conversationId: string, active: boolean) => void;
  /** Tells colleagues which conversation is before this agent; null for none. */
  readonly setViewing: (conversationId: string | null) => void;
  /** Tells them whether he writes a reply in it; while one of it is held he does anyway. */
  readonly setWriting: (conversationId: string, active: boolean) => void;

  /** `draft.conversationId` is required here; without it the promise rejects with `NOT_FOUND`. */
  readonly sendMessage: (draft: Draft) => Promise<ChatMessage>;
  readonly retryMessage: (messageId: string) => Promise<ChatMessage>;
  readonly deleteMessage: (messageId: string) => void;
  readonly uploadFile: (file: File, options?: UploadOptions) => Promise<Attachment>;
  /** The files of a stored message with new links, which end later; in `threads` they are renewed, too. */
  readonly renewFiles: (conversationId: string, messageId: string) => Promise<readonly Attachment[]>;
  /**
   * Edits or deletes a message that is stored. It is shown so at once, with `changing`, and as it was again when the
   * promise rejects.
   */
  readonly changeMessage: (change: MessageChange) => Promise<void>;

  /** Leaves nothing running. Unsent messages stay in the outbox. */
  readonly stop: () => void;
}
