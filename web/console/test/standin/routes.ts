import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { refusal, type Answer } from "./answers.ts";
import { deskAnswer, isListed, isUnseen, workAnswer } from "./desk.ts";
import { filterAnswer } from "./filters.ts";
import { historyOf } from "./history.ts";
import { explanation } from "./identity.ts";
import { listAnswer } from "./lists.ts";
import { settingAnswer } from "./settings.ts";
import { teamAnswer, teamsAnswer } from "./team.ts";
import { wordingAnswer } from "./wording.ts";
import { agent, password, type StandInConversation, type World } from "./world.ts";

/// What a test can bend about the routes.
export interface Bend {
  /// Tokens of sessions that count.
  readonly sessions: Set<string>;
  /// Waited for before an upload is answered.
  holdUpload: Promise<void>;
  /// Waited for before a page of messages is answered.
  holdPages: Promise<void>;
  /// Tickets that open the stream once.
  readonly tickets: Set<string>;
  /// The organization asks for a second factor, which the agent has not.
  confined: boolean;
}

const cookieName = "chask_session";

/// Answers a request under `/v1/` as openapi.yaml says.
export async function answer(request: IncomingMessage, world: World, bend: Bend): Promise<Answer> {
  const url = new URL(request.url ?? "/", "http://stand-in");
  const route = `${request.method ?? "GET"} ${url.pathname}`;
  if (route === "POST /v1/sessions") {
    return signIn(await bodyOf(request), bend);
  }
  if (route === "POST /v1/invitations/look") {
    const { organizationName } = agent;
    return {
      status: 200,
      json: { email: "nina@example.com", organizationName, role: "agent", locale: "es" },
    };
  }
  const file = /^GET \/v1\/attachments\/([^/]+)$/.exec(route)?.[1];
  if (file !== undefined) {
    if (Number(url.searchParams.get("expires") ?? Infinity) * 1_000 <= Date.now()) {
      return refusal(403, "LINK_EXPIRED", "AUTH_ERROR");
    }
    return { status: 200, raw: { type: "image/svg+xml", body: Buffer.from(picture) } };
  }
  const session = sessionOf(request);
  if (session === undefined || !bend.sessions.has(session)) {
    return refusal(401, "TOKEN_MISSING", "AUTH_ERROR");
  }
  if (request.method !== "GET" && request.headers["x-chask-console"] === undefined) {
    return refusal(403, "CONSOLE_HEADER_MISSING", "AUTH_ERROR");
  }
  return signedIn(route, url, request, { world, bend, session });
}

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><rect width="600" height="400" fill="teal"/></svg>';

function signIn(body: Readonly<Record<string, unknown>>, bend: Bend): Answer {
  if (body["email"] !== agent.email || body["password"] !== password) {
    return refusal(401, "CREDENTIALS_INVALID", "AUTH_ERROR");
  }
  const { name, token } = newSession(bend);
  const cookie = `${name}=${token}; HttpOnly; SameSite=Strict; Path=/`;
  return { status: 201, json: { agent }, cookie };
}

/// A session that counts from now on, as the cookie that names it.
export function newSession(bend: Bend): { readonly name: string; readonly token: string } {
  const token = randomUUID();
  bend.sessions.add(token);
  return { name: cookieName, token };
}

interface Signed {
  readonly world: World;
  readonly bend: Bend;
  readonly session: string;
}

async function signedIn(route: string, url: URL, request: IncomingMessage, signed: Signed): Promise<Answer> {
  const { world, bend, session } = signed;
  switch (route) {
    case "GET /v1/sessions/current":
      return {
        status: 200,
        json: { agent: { ...agent, role: world.people[0]?.role, secondFactorRequired: bend.confined } },
      };
    case "DELETE /v1/sessions/current":
      bend.sessions.delete(session);
      return { status: 204 };
    case "POST /v1/stream/tickets": {
      if (bend.confined) {
        return refusal(403, "SECOND_FACTOR_REQUIRED", "AUTH_ERROR");
      }
      const ticket = randomUUID();
      bend.tickets.add(ticket);
      const expiresAt = new Date(Date.now() + 30_000).toISOString();
      return { status: 201, json: { ticket, expiresAt, agentId: agent.id } };
    }
    case "GET /v1/account":
      return { status: 200, json: ownAccount };
    case "POST /v1/account/totp":
      return {
        status: 201,
        json: { secret, uri: `otpauth://totp/Chask%3Aada%40example.com?secret=${secret}` },
      };
    case "GET /v1/audit":
      return { status: 200, json: { entries: auditEntries(url.searchParams), next: null } };
    case "POST /v1/identity/explanations":
      return { status: 200, json: explanation };
    case "GET /v1/conversations":
      return listPage(url, world);
    case "POST /v1/attachments":
      return upload(request, world, bend);
    default:
      if (/^GET \/v1\/visitors\/[^/]+\/history$/.test(route)) {
        return { status: 200, json: historyOf(url.pathname.split("/")[3] ?? "", world) };
      }
      await (url.searchParams.has("before") ? bend.holdPages : undefined);
      return (
        deskAnswer(route, url, world) ??
        listAnswer(route, world.lists) ??
        (await teamsAnswer(route, world, () => bodyOf(request))) ??
        (await teamAnswer(route, world.people, () => bodyOf(request))) ??
        (await settingAnswer(route, world.settings, () => bodyOf(request))) ??
        (await filterAnswer(route, world, () => bodyOf(request))) ??
        (await wordingAnswer(route, world, () => bodyOf(request))) ??
        conversationRoute(route, url, request, world)
      );
  }
}

const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

const ownAccount = {
  name: agent.name,
  email: agent.email,
  role: agent.role,
  secondFactor: { enabled: false, recoveryCodes: 0, required: false },
};

function auditEntries(query: URLSearchParams): readonly unknown[] {
  const line = { at: "2026-11-25T10:00:00.000Z", hash: "0".repeat(64), details: {} };
  const subject = { kind: "agent", id: randomUUID(), name: "Grace" };
  const byAgent = { kind: "agent", id: agent.id, name: agent.name };
  const all = [
    { ...line, number: 2, action: "agent.added", actor: byAgent, subject, details: { role: "agent" } },
    { ...line, number: 1, action: "of.tomorrow", actor: { kind: "command_line" }, subject },
  ];
  const actor = query.get("actor");
  const action = query.get("action");
  return all
    .filter((each) => actor === null || ("id" in each.actor && each.actor.id === actor))
    .filter((each) => action === null || each.action === action);
}

function listPage(url: URL, world: World): Answer {
  const limit = Number(url.searchParams.get("limit") ?? 50);
  const from = Number(url.searchParams.get("cursor") ?? 0);
  const all = [...world.conversations.values()]
    .filter((conversation) => isListed(conversation, url.searchParams))
    .toSorted((one, other) => lastTime(other).localeCompare(lastTime(one)));
  const page = all.slice(from, from + limit).map((conversation) => world.listed(conversation));
  const next = from + limit < all.length ? String(from + limit) : null;
  return { status: 200, json: { conversations: page, next } };
}

function lastTime(conversation: StandInConversation): string {
  return conversation.messages.at(-1)?.timestamp ?? "";
}

async function upload(request: IncomingMessage, world: World, bend: Bend): Promise<Answer> {
  const bytes = await bytesOf(request);
  const name = /filename="([^"]*)"/.exec(bytes.toString("latin1"))?.[1] ?? "file";
  await bend.holdUpload;
  if (name.endsWith(".exe")) {
    return refusal(415, "FILE_TYPE_NOT_ALLOWED");
  }
  const id = randomUUID();
  const image = name.endsWith(".png");
  const attachment = {
    id,
    name,
    size: bytes.length,
    inline: image,
    url: `/v1/attachments/${id}`,
    mimeType: image ? "image/png" : "application/pdf",
    ...(image ? { width: 600, height: 400 } : {}),
  };
  world.attachments.set(id, attachment);
  return { status: 201, json: attachment };
}

async function conversationRoute(
  route: string,
  url: URL,
  request: IncomingMessage,
  world: World,
): Promise<Answer> {
  const [, method, id = "", rest = ""] = /^(\w+) \/v1\/conversations\/([^/]+)(.*)$/.exec(route) ?? [];
  const conversation = world.conversations.get(id);
  if (conversation === undefined) {
    return refusal(404, "NOT_FOUND");
  }
  if (method === "GET" && rest === "/messages") {
    return messagePage(url, conversation, world);
  }
  if (method === "POST" && rest === "/read") {
    conversation.ownRead = Math.max(conversation.ownRead, Number((await bodyOf(request))["sequence"]));
    return { status: 204 };
  }
  if (method === "POST" && rest === "/mentions/seen") {
    return see(url.searchParams.get("note"), conversation, world);
  }
  const body = rest === "" ? {} : await bodyOf(request);
  const work = workAnswer(`${method} ${rest}`, conversation, body, world);
  if (work !== undefined) {
    return work;
  }
  if (method === "PATCH") {
    const { status, seen } = await bodyOf(request);
    if (status === "resolved" && isUnseen(conversation, seen)) {
      return refusal(409, "MESSAGE_UNSEEN");
    }
    conversation.status = status === "resolved" ? "resolved" : "open";
    conversation.snoozedUntil = status === "resolved" ? undefined : conversation.snoozedUntil;
    world.changed(conversation);
  }
  return { status: 200, json: world.listed(conversation) };
}

function see(id: string | null, conversation: StandInConversation, world: World): Answer {
  for (const note of conversation.notes.filter((each) => id === null || each.id === id)) {
    note.unseen = false;
  }
  world.changed(conversation);
  return { status: 204 };
}

function messagePage(url: URL, conversation: StandInConversation, world: World): Answer {
  const limit = Number(url.searchParams.get("limit") ?? 50);
  const before = Number(url.searchParams.get("before") ?? Number.POSITIVE_INFINITY);
  const page = conversation.messages.filter(({ sequence }) => sequence < before).slice(-limit);
  const messages = page.map((message) => world.shown(conversation, message));
  return { status: 200, json: { messages, lastSequence: conversation.messages.length } };
}

function sessionOf(request: IncomingMessage): string | undefined {
  return new RegExp(`${cookieName}=([^;]+)`).exec(request.headers.cookie ?? "")?.[1];
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(Buffer.from(part));
  }
  return Buffer.concat(parts);
}

async function bodyOf(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const value: unknown = JSON.parse((await bytesOf(request)).toString() || "{}");
  return typeof value === "object" && value !== null ? { ...value } : {};
}
