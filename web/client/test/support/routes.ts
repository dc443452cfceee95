import type { WireMessage } from "@chask/wire";
import { decodeClient, parse, record, text } from "@chask/wire";
import { isMessage } from "./model";
import type { Row } from "./model";
import type { TestServer } from "./server";

export interface TestRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
  readonly token: string;
}

export interface TestAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** What a route answers instead, when a test says so. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly reason: string;
  readonly retryable: boolean;
}

/** The routes of openapi.yaml that clients use, over the model. */
export function answerRequest(server: TestServer, request: TestRequest): TestAnswer {
  const { method, path } = request;
  switch (
    `${method} ${path.replace(/conversations\/[^/]+/, "conversations/{id}").replace(/messages\/[^/]+/, "messages/{message}")}`
  ) {
    case "GET /v1/widget/settings":
      return { status: 200, body: {} };
    case "POST /v1/widget/session":
      return session(server, request.body);
    case "GET /v1/widget/conversations":
      return signed(server, request, (visitor) => ({
        conversations: server.model.of(visitor).map((row) => listed(row, "user")),
      }));
    case "GET /v1/widget/conversations/{id}/messages":
    case "GET /v1/conversations/{id}/messages":
      return { status: 200, body: page(server, request) };
    case "PATCH /v1/conversations/{id}/messages/{message}":
    case "DELETE /v1/conversations/{id}/messages/{message}":
      return changed(server, request);
    case "PATCH /v1/widget/user":
      return signed(server, request, (visitor) => ({ visitorId: visitor, ...fields(request.body) }));
    case "POST /v1/widget/logout":
      server.revoked.add(request.token);
      return { status: 204 };
    case "POST /v1/stream/tickets":
      return {
        status: 201,
        body: {
          ticket: `ticket-${crypto.randomUUID()}`,
          expiresAt: new Date(0).toISOString(),
          agentId: server.signedIn,
        },
      };
    case "GET /v1/conversations":
      return {
        status: 200,
        body: { conversations: [...server.model.rows.values()].map((row) => detailed(row)), next: null },
      };
    case "GET /v1/conversations/{id}": {
      const row = server.model.rows.get(path.split("/")[3] ?? "");
      return row === undefined
        ? problem(404, "SEND_ERROR", "NOT_FOUND")
        : { status: 200, body: detailed(row) };
    }
    default:
      return problem(404, "SEND_ERROR", "NOT_FOUND");
  }
}

function session(server: TestServer, body: string): TestAnswer {
  const { visitorToken, request } = fields(body);
  const known = text(visitorToken) && !server.revoked.has(visitorToken) ? visitorToken : undefined;
  const token = known !== undefined && server.tokens.has(known) ? known : `token-${String(request)}`;
  const visitor = server.tokens.get(token) ?? `visitor-${String(request)}`;
  server.tokens.set(token, visitor);
  return {
    status: 200,
    body: {
      visitorToken: token,
      visitor: { visitorId: visitor },
      conversations: server.model.of(visitor).map((row) => listed(row, "user")),
      epoch: server.model.epoch,
    },
  };
}

function signed(
  server: TestServer,
  { token }: TestRequest,
  answer: (visitor: string) => unknown,
): TestAnswer {
  const visitor = server.revoked.has(token) ? undefined : server.tokens.get(token);
  return visitor === undefined
    ? problem(401, "AUTH_ERROR", "TOKEN_INVALID")
    : { status: 200, body: answer(visitor) };
}

function changed(server: TestServer, { path, body, method }: TestRequest): TestAnswer {
  const [, , , conversation = "", , target = ""] = path.split("/");
  const { content } = fields(body);
  server.agentChanges(conversation, target, method === "DELETE" || !text(content) ? null : content);
  const message = server.model.rows.get(conversation)?.messages.find(({ id }) => id === target);
  return message === undefined
    ? problem(404, "SEND_ERROR", "NOT_FOUND")
    : { status: 200, body: { ...message, status: "sent" } };
}

function page(server: TestServer, { path, query }: TestRequest): unknown {
  const id = path.split("/").at(-2) ?? "";
  const row = server.model.rows.get(id);
  const messages = row === undefined ? [] : server.model.after(row, 0);
  const before = Number(query.get("before") ?? messages.length + 1);
  return {
    messages: messages
      .filter(({ sequence }) => sequence < before)
      .slice(-50)
      .map((message) => ({ ...message, status: "sent" })),
    lastSequence: messages.length,
  };
}

function listed(row: Row, side: "user" | "agent"): Record<string, unknown> {
  const other = row.marks[side === "user" ? "agent" : "user"];
  const own = row.marks[side];
  const last: WireMessage | undefined = row.messages.findLast(isMessage);
  return {
    id: row.id,
    status: row.status,
    lastSequence: row.messages.length,
    delivered: other.delivered,
    read: other.read,
    ownRead: own.read,
    unread: row.messages.filter(
      (message) => isMessage(message) && message.sender !== side && message.sequence > own.read,
    ).length,
    ...(last === undefined ? {} : { lastMessage: { ...last, status: "sent" } }),
  };
}

function detailed(row: Row): Record<string, unknown> {
  return {
    ...listed(row, "agent"),
    visitor: { id: row.visitor, attributes: {} },
    createdAt: row.messages[0]?.timestamp ?? new Date(0).toISOString(),
    activeAt: row.messages.at(-1)?.timestamp ?? new Date(0).toISOString(),
    tags: [],
    notes: 0,
    events: 0,
    mentioned: false,
  };
}

function fields(body: string): Readonly<Record<string, unknown>> {
  const value = parse(body);
  return record(value) ? value : {};
}

function problem(status: number, code: string, reason: string): TestAnswer {
  return { status, body: { type: "/", title: reason, status, code, reason, retryable: false } };
}

/** The bearer token of a request. */
export function tokenOf(init: RequestInit): string {
  return new Headers(init.headers).get("authorization")?.replace("Bearer ", "") ?? "";
}

/** A `hello` without WebSocket is refused by the answer itself. */
export function refusedHello(
  { tokens, revoked }: TestServer,
  path: string,
  body: string,
): Problem | undefined {
  const hello = decodeClient(path === "/v1/stream/sse" ? body : "");
  const token = hello.ok && hello.frame.type === "hello" ? hello.frame.token : "ticket";
  const known = token.startsWith("ticket") || tokens.has(token);
  return known && !revoked.has(token)
    ? undefined
    : { status: 401, code: "AUTH_ERROR", reason: "TOKEN_INVALID", retryable: false };
}
