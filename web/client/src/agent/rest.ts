import { count, listOf, message, oneOf, record, shape, text, time } from "@chask/wire";
import type { Guard, WireMessage } from "@chask/wire";
import { browserEnvironment } from "../browser";
import type { Environment } from "../environment";
import { errorMaker, failureOf } from "../failure";
import { caught } from "../promise";
import { nothing, restClient } from "../rest";
import type { Ask } from "../rest";
import { listedFields } from "../thread/listed";
import type { ListedConversation } from "../thread/listed";
import type {
  Agent,
  AgentApi,
  AgentApiOptions,
  AgentOptions,
  ConversationDetails,
  Role,
  Visitor,
} from "./api";

type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/** The visitor as the server tells it; times are still texts. */
type WireVisitor = Omit<Visitor, "createdAt" | "lastSeenAt"> & {
  readonly createdAt?: string;
  readonly lastSeenAt?: string;
};

/** A conversation as the agents' routes tell it. */
export interface WireConversation extends ListedConversation {
  readonly visitor: WireVisitor;
  readonly createdAt: string;
}

const attributes: Guard<Attributes> = (value): value is Attributes => record(value);

const isVisitor: Guard<WireVisitor> = shape(
  { id: text, attributes },
  {
    userId: text,
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
  },
);

export const isConversation: Guard<WireConversation> = shape(
  { ...listedFields, visitor: isVisitor, createdAt: time },
  { lastMessage: message },
);

export const isConversationPage: Guard<{
  readonly conversations: readonly WireConversation[];
  readonly next?: string;
}> = shape({ conversations: listOf(isConversation) }, { next: text });

export const isMessagePage: Guard<{
  readonly messages: readonly WireMessage[];
  readonly lastSequence: number;
}> = shape({ messages: listOf(message), lastSequence: count });

export const isTicket: Guard<{ readonly ticket: string }> = shape({ ticket: text });

const role: Guard<Role> = oneOf("owner", "admin", "agent");

const isAgent: Guard<Agent> = shape(
  { id: text, organizationId: text, organizationName: text, name: text, email: text, role },
  { avatarUrl: text },
);
const isSession: Guard<{ readonly agent: Agent }> = shape({ agent: isAgent });

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

/** The agents' routes over `fetch`. */
export function createAgentApi(options: AgentApiOptions): AgentApi {
  const environment = options.environment ?? browserEnvironment();
  const ask = agentRequests(options, environment);
  const toError = errorMaker(options.describe, options.baseUrl);
  const promised = <T>(run: Promise<T>): Promise<T> =>
    caught(
      run.catch((thrown: unknown): never => {
        throw toError(failureOf(thrown));
      }),
    );
  return {
    signIn: (email, password) => {
      const body = { email, password, cookie: options.credentials.kind === "cookie" };
      return promised(
        ask({ method: "POST", path: "/v1/sessions", body }, isSession).then(({ agent }) => agent),
      );
    },
    currentAgent: () =>
      promised(ask({ method: "GET", path: "/v1/sessions/current" }, isSession).then(({ agent }) => agent)),
    signOut: () =>
      promised(ask({ method: "DELETE", path: "/v1/sessions/current" }, nothing).then(() => undefined)),
    getConversation: (id) =>
      promised(ask({ method: "GET", path: pathOf(id) }, isConversation).then(detailsOf)),
    setStatus: (id, status) =>
      promised(ask({ method: "PATCH", path: pathOf(id), body: { status } }, isConversation).then(detailsOf)),
  };
}

/** The route of one conversation. */
export function pathOf(conversation: string): string {
  return `/v1/conversations/${encodeURIComponent(conversation)}`;
}

function detailsOf({
  id,
  status,
  visitor,
  lastSequence,
  unread,
  createdAt,
}: WireConversation): ConversationDetails {
  const { createdAt: since, lastSeenAt, ...known } = visitor;
  return {
    id,
    status,
    lastSequence,
    unread,
    createdAt: new Date(createdAt),
    visitor: {
      ...known,
      ...(since === undefined ? {} : { createdAt: new Date(since) }),
      ...(lastSeenAt === undefined ? {} : { lastSeenAt: new Date(lastSeenAt) }),
    },
  };
}
