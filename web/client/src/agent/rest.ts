import { count, flag, listOf, message, record, shape, text, time } from "@chask/wire";
import type { Guard, WireMessage } from "@chask/wire";
import type { Environment } from "../environment";
import { restClient } from "../rest";
import type { Ask } from "../rest";
import { listedFields } from "../thread/listed";
import type { ListedConversation } from "../thread/listed";
import type { AgentApiOptions, AgentOptions, Colleague, ConversationDetails, Visitor, Work } from "./api";

type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/** The visitor as the server tells it; times are still texts. */
type WireVisitor = Omit<Visitor, "createdAt" | "lastSeenAt" | "blockedAt"> & {
  readonly createdAt?: string;
  readonly lastSeenAt?: string;
  readonly blockedAt?: string;
};

/** A conversation as the agents' routes tell it. */
export interface WireConversation extends ListedConversation {
  readonly visitor: WireVisitor;
  readonly createdAt: string;
  readonly activeAt: string;
  readonly assignee?: Colleague;
  readonly team?: { readonly id: string; readonly name: string };
  readonly snoozedUntil?: string;
  readonly tags: readonly string[];
  readonly notes: number;
  readonly events: number;
  readonly mentioned: boolean;
}

const attributes: Guard<Attributes> = (value): value is Attributes => record(value);

const isVisitor: Guard<WireVisitor> = shape(
  { id: text, attributes },
  {
    userId: text,
    verified: flag,
    verifiedFields: listOf(text),
    name: text,
    email: text,
    phone: text,
    avatarUrl: text,
    company: shape({}, { id: text, name: text }),
    locale: text,
    page: shape({}, { url: text, title: text, referrer: text }),
    userAgent: text,
    createdAt: time,
    lastSeenAt: time,
    blockedAt: time,
  },
);

export const isColleague: Guard<Colleague> = shape({ id: text, name: text }, { avatarUrl: text });

export const isConversation: Guard<WireConversation> = shape(
  {
    ...listedFields,
    visitor: isVisitor,
    createdAt: time,
    activeAt: time,
    tags: listOf(text),
    notes: count,
    events: count,
    mentioned: flag,
  },
  { lastMessage: message, assignee: isColleague, team: shape({ id: text, name: text }), snoozedUntil: time },
);

export const isConversationPage: Guard<{
  readonly conversations: readonly WireConversation[];
  readonly next?: string;
}> = shape({ conversations: listOf(isConversation) }, { next: text });

export const isMessagePage: Guard<{
  readonly messages: readonly WireMessage[];
  readonly lastSequence: number;
}> = shape({ messages: listOf(message), lastSequence: count });

export const isTicket: Guard<{ readonly ticket: string; readonly agentId?: string }> = shape(
  { ticket: text },
  { agentId: text },
);

/** The headers that say who asks. A page of another origin cannot send the console's header. */
export function credentialHeaders({
  credentials,
}: Pick<AgentOptions, "credentials">): Readonly<Record<string, string>> {
  return credentials.kind === "cookie"
    ? { "x-chask-console": "1" }
    : { authorization: `Bearer ${credentials.token}` };
}

/** Requests in an agent's name. Rejects with `Failed`. */
export function agentRequests(options: AgentApiOptions, environment: Environment): Ask {
  const ask = restClient(environment, options.baseUrl, { cookies: options.credentials.kind === "cookie" });
  const headers = credentialHeaders(options);
  return (request, guard) => ask({ ...request, headers }, guard);
}

/** The route of one conversation. */
export function pathOf(conversation: string): string {
  return `/v1/conversations/${encodeURIComponent(conversation)}`;
}

/** What agents do with a conversation, of a frame or an answer. */
export function workOf({
  assignee,
  team,
  snoozedUntil,
  tags,
  notes,
  events,
  mentioned,
}: Pick<
  WireConversation,
  "assignee" | "team" | "snoozedUntil" | "tags" | "notes" | "events" | "mentioned"
>): Work {
  return {
    tags,
    notes,
    events,
    mentioned,
    ...(assignee === undefined ? {} : { assignee: { id: assignee.id, name: assignee.name } }),
    ...(team === undefined ? {} : { team: { id: team.id, name: team.name } }),
    ...(snoozedUntil === undefined ? {} : { snoozedUntil: new Date(snoozedUntil) }),
  };
}

/** An answer's conversation with times as such. */
export function detailsOf(conversation: WireConversation): ConversationDetails {
  const { id, status, visitor, lastSequence, unread, createdAt } = conversation;
  const { createdAt: since, lastSeenAt, blockedAt, ...known } = visitor;
  return {
    id,
    status,
    lastSequence,
    unread,
    work: workOf(conversation),
    createdAt: new Date(createdAt),
    visitor: {
      ...known,
      ...(since === undefined ? {} : { createdAt: new Date(since) }),
      ...(lastSeenAt === undefined ? {} : { lastSeenAt: new Date(lastSeenAt) }),
      ...(blockedAt === undefined ? {} : { blockedAt: new Date(blockedAt) }),
    },
  };
}
