import type { ServerFrame, WireMessage } from "@chask/wire";
import type { Clock } from "./clock";

/** A conversation as the model's database holds it. */
export interface Row {
  readonly id: string;
  readonly visitor: string;
  status: "open" | "resolved";
  readonly messages: WireMessage[];
  /** How far visitor and agent have received and read. */
  readonly marks: { user: Mark; agent: Mark };
}

interface Mark {
  delivered: number;
  read: number;
}

export interface Draft {
  readonly id: string;
  readonly conversation: string;
  readonly content: string;
  readonly sender: "user" | "agent" | "system";
  readonly replyTo?: string | undefined;
}

/** From where, and for whom: undefined for an agent. */
interface Position {
  readonly after: number;
  readonly epoch: string;
  readonly visitor: string | undefined;
}

const PART = 3;

/** What a message answers, as it is told. */
function quoteIn(row: Row, replyTo: string | undefined): Pick<WireMessage, "replyTo"> {
  const quoted = row.messages.find(({ id }) => id === replyTo);
  if (quoted === undefined) {
    return {};
  }
  const { id, sequence, sender, content } = quoted;
  return { replyTo: { id, sequence, sender, preview: content, deleted: false } };
}

/** Whether an entry is a message, and no change of one. */
export function isMessage({ edits }: WireMessage): boolean {
  return edits === undefined;
}

export type Answer =
  | { readonly kind: "stored" | "duplicate"; readonly message: WireMessage }
  | { readonly kind: "refused"; readonly reason: string };

/** The truth: what a server of PROTOCOL.md §1 keeps, with its rules and nothing else. */
export class Model {
  readonly rows: Map<string, Row> = new Map();
  /** Whether a visitor's message opens a resolved conversation again. */
  reopens: boolean = true;
  epoch: string = "6b1d0c1e-5c1f-4f5b-9d59-0f3c8a5f1e77";
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  of(visitor: string): readonly Row[] {
    return [...this.rows.values()].filter((row) => row.visitor === visitor);
  }

  post(draft: Draft, visitor: string): Answer {
    const row = this.rows.get(draft.conversation) ?? this.#open(draft, visitor);
    if (row === undefined || row.visitor !== visitor) {
      return { kind: "refused", reason: "NOT_FOUND" };
    }
    const before = row.messages.find(({ id }) => id === draft.id);
    if (before !== undefined) {
      const same = before.content === draft.content && before.sender === draft.sender;
      return same ? { kind: "duplicate", message: before } : { kind: "refused", reason: "ID_CONFLICT" };
    }
    if (draft.sender === "user" && row.status === "resolved") {
      if (!this.reopens) {
        return { kind: "refused", reason: "CONVERSATION_CLOSED" };
      }
      row.status = "open";
    }
    const message: WireMessage = {
      id: draft.id,
      sequence: row.messages.length + 1,
      sender: draft.sender,
      content: draft.content,
      timestamp: new Date(this.#clock.now()).toISOString(),
      attachments: [],
      ...quoteIn(row, draft.replyTo),
    };
    row.messages.push(message);
    return { kind: "stored", message };
  }

  /** An agent edits a message, or with null deletes it; the entry, as it is told. */
  change(conversation: string, target: string, content: string | null): WireMessage | undefined {
    const row = this.rows.get(conversation);
    const at = row?.messages.findIndex(({ id }) => id === target) ?? -1;
    const before = row?.messages[at];
    if (row === undefined || before === undefined || before.deletedAt !== undefined) {
      return undefined;
    }
    const sequence = row.messages.length + 1;
    const timestamp = new Date(this.#clock.now()).toISOString();
    row.messages[at] = {
      ...before,
      content: content ?? "",
      revision: sequence,
      ...(content === null ? { deletedAt: timestamp } : { editedAt: timestamp }),
    };
    const id = `${target}:${sequence}`;
    row.messages.push({ ...before, id, sequence, timestamp, content: content ?? "", edits: target });
    return this.#now(row, sequence);
  }

  /** An entry as it is read: a change tells what its target is now. */
  #now(row: Row, sequence: number): WireMessage | undefined {
    const entry = row.messages[sequence - 1];
    const target = row.messages.find(({ id }) => id === entry?.edits);
    if (entry === undefined || target === undefined) {
      return entry;
    }
    const { edits, ...rest } = entry;
    const { content } = target;
    return target.deletedAt === undefined
      ? { ...rest, content, edits }
      : { ...rest, content, deletes: edits };
  }

  /** Entries above a sequence, as they are read now. */
  after(row: Row, sequence: number): readonly WireMessage[] {
    return row.messages.slice(sequence).flatMap((entry) => this.#now(row, entry.sequence) ?? []);
  }

  /** What the sender is told. */
  answer({ id, conversation }: Pick<Draft, "id" | "conversation">, answer: Answer): ServerFrame {
    if (answer.kind === "refused") {
      const { reason } = answer;
      return { type: "error", ref: id, code: "SEND_ERROR", reason, message: "", retryable: false };
    }
    const { sequence, timestamp } = answer.message;
    const duplicate = answer.kind === "duplicate";
    return { type: "sent", id, conversation, sequence, timestamp, duplicate };
  }

  mark(id: string, side: "user" | "agent", read: boolean, sequence: number): void {
    const row = this.rows.get(id);
    if (row !== undefined) {
      const mark = row.marks[side];
      const to = Math.min(sequence, row.messages.length);
      mark.delivered = Math.max(mark.delivered, to);
      mark.read = Math.max(mark.read, read ? to : 0);
    }
  }

  /** The answer to `catchup` and `watch`, and to a resume: in parts of three, so that parts are met. */
  replay(id: string, { after, epoch, visitor }: Position): readonly ServerFrame[] {
    const row = this.rows.get(id);
    if (row === undefined || (visitor !== undefined && row.visitor !== visitor)) {
      const reason = "NOT_FOUND";
      return [{ type: "error", ref: id, code: "SEND_ERROR", reason, message: "", retryable: false }];
    }
    const last = row.messages.length;
    const recovered = epoch === this.epoch && after <= last && last - after <= 300;
    const parts = recovered ? Math.max(1, Math.ceil((last - after) / PART)) : 1;
    return Array.from({ length: parts }, (_, part) => {
      const from = after + part * PART;
      const messages = recovered ? this.after(row, from).slice(0, PART) : [];
      const more = part < parts - 1;
      const toSequence = more ? from + PART : last;
      return { type: "sync", conversation: id, messages, toSequence, recovered, more };
    });
  }

  receipt(row: Row, side: "user" | "agent"): ServerFrame {
    const other = row.marks[side === "user" ? "agent" : "user"];
    return {
      type: "receipt",
      conversation: row.id,
      delivered: other.delivered,
      read: other.read,
      ownRead: row.marks[side].read,
    };
  }

  /** The list's row of a conversation, as an agent gets it. */
  inbox(row: Row): ServerFrame & { type: "inbox" } {
    const last = row.messages.findLast(isMessage);
    return {
      type: "inbox",
      conversation: row.id,
      status: row.status,
      lastSequence: row.messages.length,
      unread: row.messages.filter(
        ({ sender, sequence }) => sender === "user" && sequence > row.marks.agent.read,
      ).length,
      preview: last?.content ?? "",
      sender: last?.sender ?? "user",
      timestamp: last?.timestamp ?? new Date(0).toISOString(),
      visitor: { id: row.visitor },
      activeAt: last?.timestamp ?? new Date(0).toISOString(),
      tags: [],
      notes: 0,
      events: 0,
      mentioned: false,
    };
  }

  #open({ conversation, sender }: Draft, visitor: string): Row | undefined {
    if (sender !== "user") {
      return undefined;
    }
    const row: Row = {
      id: conversation,
      visitor,
      status: "open",
      messages: [],
      marks: { user: { delivered: 0, read: 0 }, agent: { delivered: 0, read: 0 } },
    };
    this.rows.set(conversation, row);
    return row;
  }
}
