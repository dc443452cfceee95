import { randomUUID } from "node:crypto";
import type { Inbox, Receipt, Send, Sent, Trouble, WireAttachment, WireMessage } from "@chask/wire";
import { lists, type ListedThing } from "./lists.ts";
import { settingPages } from "./settings.ts";
import { people, type StandInMember, type StandInTeam } from "./team.ts";
import type { StandInReply } from "./wording.ts";

/// What a visitor is known by, in the words of openapi.yaml.
export interface StandInVisitor {
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  readonly [field: string]: unknown;
}

export interface StandInConversation {
  readonly id: string;
  readonly visitor: StandInVisitor;
  readonly messages: WireMessage[];
  status: "open" | "resolved";
  /// How far the visitor's devices have received, how far he has read, how far the agent has.
  delivered: number;
  read: number;
  ownRead: number;
  assignee: { readonly id: string; readonly name: string } | undefined;
  team?: { readonly id: string; readonly name: string } | undefined;
  snoozedUntil: string | undefined;
  tags: readonly string[];
  readonly notes: StandInNote[];
}

export interface StandInNote {
  readonly id: string;
  readonly author: { readonly id: string; readonly name: string };
  readonly afterSequence: number;
  readonly content: string;
  readonly mentions: readonly string[];
  readonly timestamp: string;
  /// It mentions the agent, and he has not seen it.
  unseen: boolean;
}

export const colleague = { id: "018f3c5e-2222-7aaa-8bbb-000000000009", name: "Grace Hopper" } as const;

export const agent = {
  id: "018f3c5e-2222-7aaa-8bbb-000000000002",
  organizationId: "018f3c5e-3333-7aaa-8bbb-000000000003",
  organizationName: "Librería Andina",
  name: "Ada Lovelace",
  role: "owner",
  email: "ada@example.com",
} as const;

export const password = "correct horse battery staple";

/// The server counts no further.
const mostUnread = 100;

/// The state of the stand-in: conversations in memory, with the rules of PROTOCOL.md that the console can notice.
export class World {
  readonly conversations: Map<string, StandInConversation> = new Map();
  readonly attachments: Map<string, WireAttachment> = new Map();
  replies: readonly StandInReply[] = [];
  readonly filters: Map<string, Readonly<Record<string, unknown>>> = new Map();
  teams: readonly StandInTeam[] = [];
  /// Lists of which one is taken at a time, by their paths.
  readonly lists: Map<string, readonly ListedThing[]> = lists(agent.name);
  readonly tagIds: Map<string, string> = new Map();
  /// Of the organization; the first one is signed in.
  readonly people: readonly StandInMember[] = people(agent);
  /// Pages of the settings, by their paths; another admin changes them here.
  readonly settings: Map<string, Readonly<Record<string, unknown>>> = settingPages();
  /// How long the links to files work that are told from now on.
  linkSeconds = 3_600;
  /// Refuses the next `send` for good with this reason.
  refuseNext: string | undefined;
  /// Told when the list has something new to show.
  changed: (conversation: StandInConversation) => void = () => undefined;

  open(visitor: Partial<StandInVisitor>, ...contents: readonly string[]): StandInConversation {
    const conversation: StandInConversation = {
      id: randomUUID(),
      visitor: { id: randomUUID(), attributes: {}, ...visitor },
      messages: [],
      status: "open",
      delivered: 0,
      read: 0,
      ownRead: 0,
      assignee: undefined,
      snoozedUntil: undefined,
      tags: [],
      notes: [],
    };
    this.conversations.set(conversation.id, conversation);
    for (const content of contents) {
      this.append(conversation, { sender: "user", content });
    }
    return conversation;
  }

  append(conversation: StandInConversation, part: Partial<WireMessage>): WireMessage {
    const last = conversation.messages.at(-1);
    const message: WireMessage = {
      id: randomUUID(),
      sequence: (last?.sequence ?? 0) + 1,
      sender: "agent",
      content: "",
      timestamp: new Date().toISOString(),
      attachments: [],
      ...part,
    };
    conversation.messages.push(message);
    return message;
  }

  /// The colleague writes a note that mentions the agent, below what is there and at the time of that.
  mention(conversation: StandInConversation, content: string, timestamp?: string): void {
    const last = conversation.messages.at(-1);
    conversation.notes.push({
      id: randomUUID(),
      author: colleague,
      afterSequence: last?.sequence ?? 0,
      content,
      mentions: [agent.id],
      timestamp: timestamp ?? last?.timestamp ?? new Date().toISOString(),
      unseen: true,
    });
    this.changed(conversation);
  }

  /// The answer to a reply.
  take(send: Send): Sent | Trouble {
    const conversation = this.conversations.get(send.conversation);
    const reason = conversation === undefined ? "NOT_FOUND" : this.refuseNext;
    this.refuseNext = undefined;
    if (conversation === undefined || reason !== undefined) {
      const refused = { code: "SEND_ERROR", message: "refused", retryable: false } as const;
      return { type: "error", ref: send.id, reason: reason ?? "NOT_FOUND", ...refused };
    }
    const known = conversation.messages.find((message) => message.id === send.id);
    const stored = known ?? this.append(conversation, { ...this.replyOf(send) });
    const { sequence, timestamp } = stored;
    const where = { id: send.id, conversation: send.conversation, sequence, timestamp };
    return { type: "sent", ...where, duplicate: known !== undefined };
  }

  private replyOf({ id, content, attachments }: Send): Partial<WireMessage> {
    return {
      id,
      content,
      author: { id: agent.id, name: agent.name, kind: "human" },
      attachments: attachments.flatMap((key) => this.attachments.get(key) ?? []),
    };
  }

  unread({ messages, ownRead }: StandInConversation): number {
    const all = messages.filter(({ sender, sequence }) => sender === "user" && sequence > ownRead);
    return Math.min(all.length, mostUnread);
  }

  /// The row of the list, as the stream tells it.
  inbox(conversation: StandInConversation): Inbox {
    const last = conversation.messages.at(-1);
    const { id, name, email } = conversation.visitor;
    return {
      type: "inbox",
      conversation: conversation.id,
      status: conversation.status,
      lastSequence: last?.sequence ?? 0,
      unread: this.unread(conversation),
      preview: last?.content ?? "",
      sender: last?.sender ?? "user",
      timestamp: last?.timestamp ?? new Date().toISOString(),
      visitor: { id, ...(name === undefined ? {} : { name }), ...(email === undefined ? {} : { email }) },
      ...this.work(conversation),
    };
  }

  /// What agents do with it, as rows and answers tell it.
  work({
    assignee,
    team,
    snoozedUntil,
    tags,
    notes,
    messages,
  }: StandInConversation): Pick<
    Inbox,
    "activeAt" | "assignee" | "team" | "snoozedUntil" | "tags" | "notes" | "events" | "mentioned"
  > {
    return {
      tags,
      activeAt: messages.at(-1)?.timestamp ?? new Date().toISOString(),
      notes: notes.length,
      events: 0,
      mentioned: notes.some(({ unseen }) => unseen),
      ...(assignee === undefined ? {} : { assignee }),
      ...(team === undefined ? {} : { team }),
      ...(snoozedUntil === undefined ? {} : { snoozedUntil }),
    };
  }

  receipt({ id, delivered, read, ownRead }: StandInConversation): Receipt {
    return { type: "receipt", conversation: id, delivered, read, ownRead };
  }

  /// The conversation as openapi.yaml has it.
  listed(conversation: StandInConversation): object {
    const { id, status, visitor, delivered, read, ownRead, messages } = conversation;
    const last = messages.at(-1);
    return {
      id,
      status,
      visitor,
      delivered,
      read,
      ownRead,
      lastSequence: last?.sequence ?? 0,
      unread: this.unread(conversation),
      createdAt: messages[0]?.timestamp ?? new Date().toISOString(),
      ...this.work(conversation),
      ...(last === undefined ? {} : { lastMessage: this.shown(conversation, last) }),
    };
  }

  /// A message with its status, as openapi.yaml has it.
  shown({ delivered, read, id }: StandInConversation, message: WireMessage): object {
    const seen = message.sequence <= read ? "read" : message.sequence <= delivered ? "delivered" : "sent";
    const expires = Math.floor(Date.now() / 1_000) + this.linkSeconds;
    const attachments = message.attachments.map((file) => ({
      ...file,
      url: `${file.url}?expires=${expires}`,
    }));
    return { ...message, attachments, conversation: id, status: message.sender === "agent" ? seen : "read" };
  }
}
