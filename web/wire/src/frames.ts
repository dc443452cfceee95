/** The frames of `PROTOCOL.md` §4, one type each; `type` tells them apart. */

/** What a client sends. */
export type ClientFrame =
  | Hello
  | Send
  | Ack
  | Read
  | Catchup
  | Watch
  | Unwatch
  | ClientTyping
  | ClientViewing
  | Opened
  | ClientPresence
  | Ping
  | Pong;

/** What a server sends. */
export type ServerFrame =
  | Welcome
  | Sent
  | MessageFrame
  | Sync
  | Receipt
  | Inbox
  | ServerTyping
  | Viewing
  | Presence
  | Trouble
  | Drain
  | Ping
  | Pong;

export interface Hello {
  readonly type: "hello";
  readonly v: 1;
  readonly token: string;
  readonly client: string;
  readonly resume?: Resume;
  /** From an agent whose client watches for it: how long ago a person did something in his page. */
  readonly idleSeconds?: number;
}

export interface Resume {
  readonly epoch: string;
  /** Highest N for which all of 1…N are held, by conversation. */
  readonly cursors: Readonly<Record<string, number>>;
}

export interface Send {
  readonly type: "send";
  readonly id: string;
  readonly conversation: string;
  readonly content: string;
  /** Ids of uploads. */
  readonly attachments: readonly string[];
  /** The message it answers. */
  readonly replyTo?: string | undefined;
}

export interface Ack {
  readonly type: "ack";
  readonly conversation: string;
  readonly sequence: number;
}

export interface Read {
  readonly type: "read";
  readonly conversation: string;
  readonly sequence: number;
}

export interface Catchup {
  readonly type: "catchup";
  readonly conversation: string;
  readonly after: number;
}

export interface Watch {
  readonly type: "watch";
  readonly conversation: string;
  readonly after: number;
}

export interface Unwatch {
  readonly type: "unwatch";
  readonly conversation: string;
}

/** A person did something in an agent's page so long ago. */
export interface ClientPresence {
  readonly type: "presence";
  readonly idleSeconds: number;
}

export interface ClientTyping {
  readonly type: "typing";
  readonly conversation: string;
  readonly active: boolean;
}

/** What an agent does with a conversation that is open before him. */
export type ViewingState = "viewing" | "writing" | "left";

export interface ClientViewing {
  readonly type: "viewing";
  readonly conversation: string;
  readonly state: ViewingState;
}

export interface Opened {
  readonly type: "opened";
}

export interface Ping {
  readonly type: "ping";
  readonly t?: number;
}

export interface Pong {
  readonly type: "pong";
  readonly t?: number;
}

export interface Welcome {
  readonly type: "welcome";
  readonly session: string;
  readonly epoch: string;
  readonly pingSeconds: number;
  readonly serverTime: string;
  readonly limits: {
    readonly contentCodePoints: number;
    readonly frameBytes: number;
    readonly attachments: number;
  };
  readonly conversations: readonly { readonly id: string; readonly lastSequence: number }[];
}

export interface Sent {
  readonly type: "sent";
  readonly id: string;
  readonly conversation: string;
  readonly sequence: number;
  readonly timestamp: string;
  readonly duplicate: boolean;
}

export interface MessageFrame {
  readonly type: "message";
  readonly conversation: string;
  readonly sequence: number;
  readonly message: WireMessage;
}

export interface Sync {
  readonly type: "sync";
  readonly conversation: string;
  readonly messages: readonly WireMessage[];
  readonly toSequence: number;
  /** False: nothing is replayed; load the conversation by REST. */
  readonly recovered: boolean;
  /** True: another part follows. */
  readonly more: boolean;
}

export interface Receipt {
  readonly type: "receipt";
  readonly conversation: string;
  readonly delivered: number;
  readonly read: number;
  readonly ownRead: number;
  /** To the visitor: the conversation was resolved, or opened again. */
  readonly status?: "open" | "resolved";
}

export interface Inbox {
  readonly type: "inbox";
  readonly conversation: string;
  readonly status: "open" | "resolved";
  readonly lastSequence: number;
  readonly unread: number;
  readonly preview: string;
  readonly sender: WireSender;
  readonly timestamp: string;
  readonly visitor: { readonly id: string; readonly name?: string; readonly email?: string };
  /** The row's place: the last message, or a later waking. */
  readonly activeAt: string;
  readonly assignee?: { readonly id: string; readonly name: string };
  readonly team?: { readonly id: string; readonly name: string };
  readonly snoozedUntil?: string;
  readonly tags: readonly string[];
  readonly notes: number;
  /** How many lines the conversation's log has. */
  readonly events: number;
  /** A note mentions the receiver that he has not seen. */
  readonly mentioned: boolean;
}

export interface ServerTyping {
  readonly type: "typing";
  readonly conversation: string;
  readonly active: boolean;
  readonly from: "user" | "agent";
  readonly name?: string;
}

/** To agents: a colleague looks at the conversation, writes in it, or has left it. */
export interface Viewing {
  readonly type: "viewing";
  readonly conversation: string;
  readonly agent: { readonly id: string; readonly name: string };
  readonly state: ViewingState;
}

export interface Presence {
  readonly type: "presence";
  /** Whether an agent is online. */
  readonly available: boolean;
  /** To agents: everybody with an open stream. */
  readonly agents?: readonly PresentAgent[];
}

export type PresenceState = "online" | "away" | "offline";

export interface PresentAgent {
  readonly id: string;
  /** How he is seen. */
  readonly state: PresenceState;
  /** What he has chosen himself. */
  readonly choice: PresenceState;
}

/** The frame `error`. */
export interface Trouble {
  readonly type: "error";
  /** The id of the refused `send`, or the conversation of another refused frame. */
  readonly ref?: string;
  readonly code: WireErrorCode;
  readonly reason: string;
  readonly message: string;
  readonly retryable: boolean;
  readonly retryAfterMs?: number;
}

export interface Drain {
  readonly type: "drain";
  readonly windowMs: number;
}

export type WireSender = "user" | "agent" | "system";
export type WireErrorCode = "CONNECTION_ERROR" | "AUTH_ERROR" | "SEND_ERROR" | "NETWORK_ERROR";

export interface WireMessage {
  readonly id: string;
  readonly sequence: number;
  readonly sender: WireSender;
  readonly author?: WireAuthor;
  readonly content: string;
  readonly timestamp: string;
  readonly attachments: readonly WireAttachment[];
  /** A change, when present: the message whose text it replaced. `storyOf` reads this field and those that follow. */
  readonly edits?: unknown;
  /** A change, when present: the message it took away. */
  readonly deletes?: unknown;
  readonly revision?: unknown;
  readonly editedAt?: unknown;
  readonly deletedAt?: unknown;
  readonly replyTo?: unknown;
}

export interface WireAuthor {
  readonly id: string;
  readonly name?: string;
  readonly avatarUrl?: string;
  readonly kind: "human" | "bot";
}

export interface WireAttachment {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly size: number;
  /** Signed, expiring; may be relative to the server. */
  readonly url: string;
  /** As `url`, of a small picture. */
  readonly thumbnailUrl?: string;
  readonly inline: boolean;
  readonly width?: number;
  readonly height?: number;
}
