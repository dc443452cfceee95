import { readFileSync } from "node:fs";
import { attachment, message } from "@chask/wire";
import { describe, expect, test } from "vitest";
import type { Guard } from "@chask/wire";
import { isConversation, isConversationPage, isMessagePage, isTicket } from "../src/agent/rest";
import { isListed } from "../src/thread/listed";
import { isUser } from "../src/visitor/session";

const contract = readFileSync(new URL("../../../wire/openapi.yaml", import.meta.url), "utf8");

/** `METHOD path` of every route the contract has. */
function routes(): ReadonlySet<string> {
  const found = new Set<string>();
  let path = "";
  for (const line of contract.split("\n")) {
    path = /^ {2}(\/\S*):$/.exec(line)?.[1] ?? path;
    const method = /^ {4}(get|post|put|patch|delete):$/.exec(line)?.[1];
    if (method !== undefined) {
      found.add(`${method.toUpperCase()} ${path}`);
    }
  }
  return found;
}

/** The required members of a schema. */
function required(schema: string): readonly string[] {
  const [, body = ""] = contract.split(`\n    ${schema}:\n`);
  return (/required: \[([^\]]*)\]/.exec(body)?.[1] ?? "").split(",").map((name) => name.trim());
}

const id = "018f3c5e-7a10-7c3e-9b1a-0c6f5d2e4a01";
const time = "2026-11-22T10:15:30.123Z";

/** A value for each member the contract knows, as the contract types it. */
const samples: Readonly<Record<string, unknown>> = {
  id,
  visitorId: id,
  sequence: 1,
  content: "Hi",
  sender: "agent",
  timestamp: time,
  createdAt: time,
  status: "open",
  attachments: [],
  messages: [],
  name: "a.png",
  mimeType: "image/png",
  size: 1,
  url: "/v1/attachments/1",
  inline: true,
  lastSequence: 1,
  delivered: 0,
  read: 0,
  ownRead: 0,
  unread: 0,
  visitor: { id, attributes: {} },
  activeAt: time,
  tags: [],
  notes: 0,
  events: 0,
  mentioned: false,
};

describe("an answer with only what the contract requires is understood, and one with less is not", () => {
  const schemas: readonly (readonly [string, Guard<unknown>, readonly string[]])[] = [
    ["Message", message, ["status"]],
    ["Attachment", attachment, []],
    ["User", isUser, []],
    ["VisitorConversation", isListed, []],
    ["Conversation", isConversation, []],
    ["MessagePage", isMessagePage, []],
  ];

  test.each(schemas)("%s", (schema, guard, unused) => {
    const names = required(schema);
    expect(names.length).toBeGreaterThan(0);
    const whole = Object.fromEntries(names.map((name) => [name, samples[name]]));
    expect(guard(whole)).toBe(true);
    for (const name of names.filter((each) => !unused.includes(each))) {
      expect(guard({ ...whole, [name]: undefined })).toBe(false);
    }
  });
});

test("every route that is asked for stands in the contract", () => {
  const asked = [
    "GET /v1/widget/settings",
    "POST /v1/widget/session",
    "GET /v1/widget/conversations",
    "GET /v1/widget/conversations/{id}/messages",
    "PATCH /v1/widget/user",
    "POST /v1/widget/logout",
    "POST /v1/widget/attachments",
    "POST /v1/attachments",
    "POST /v1/sessions",
    "GET /v1/sessions/current",
    "DELETE /v1/sessions/current",
    "GET /v1/conversations",
    "GET /v1/conversations/{id}",
    "PATCH /v1/conversations/{id}",
    "GET /v1/conversations/{id}/messages",
    "PUT /v1/conversations/{id}/assignee",
    "PUT /v1/conversations/{id}/snooze",
    "DELETE /v1/conversations/{id}/snooze",
    "PATCH /v1/conversations/{id}/tags",
    "GET /v1/conversations/{id}/notes",
    "POST /v1/conversations/{id}/notes",
    "POST /v1/conversations/{id}/mentions/seen",
    "GET /v1/inbox/counts",
    "GET /v1/colleagues",
    "GET /v1/tags",
    "GET /v1/search",
    "POST /v1/stream/tickets",
    "POST /v1/stream/sse",
    "POST /v1/stream/frames",
  ];
  const known = routes();
  expect(asked.filter((route) => !known.has(route))).toEqual([]);
});

test("a page of the list ends without `next`, whether it is null or absent", () => {
  expect(isConversationPage({ conversations: [] })).toBe(true);
  expect(isConversationPage({ conversations: [], next: "cursor" })).toBe(true);
  expect(isTicket({ ticket: "t", expiresAt: time })).toBe(true);
});
