import { randomUUID } from "node:crypto";
import type { Answer } from "./answers.ts";

/// One of a list, as openapi.yaml has it.
export interface ListedThing {
  readonly id: string;
  readonly [member: string]: unknown;
}

/// Lists of which one is taken at a time, by their paths.
export function lists(invitedBy: string): Map<string, readonly ListedThing[]> {
  return new Map<string, readonly ListedThing[]>([
    [
      "/v1/account/sessions",
      [
        { ...session, id: randomUUID(), current: true },
        { ...session, id: randomUUID(), userAgent: "", current: false },
      ],
    ],
    ["/v1/invitations", [{ ...invitation, id: randomUUID(), email: "nina@example.com", invitedBy }]],
  ]);
}

/// Answers about one of them; undefined for another route. Without an id all go but the current one.
export function listAnswer(route: string, all: Map<string, readonly ListedThing[]>): Answer | undefined {
  const [, method, path = "", id] = /^(GET|DELETE) (.+?)(?:\/([0-9a-f-]{36}))?$/u.exec(route) ?? [];
  const list = all.get(path);
  if (list === undefined) {
    return undefined;
  }
  if (method === "GET") {
    return { status: 200, json: { [path.split("/").at(-1) ?? ""]: list } };
  }
  all.set(
    path,
    list.filter((each) => (id === undefined ? each["current"] === true : each.id !== id)),
  );
  return { status: 204 };
}

const earlier = "2026-11-20T10:00:00.000Z";

const session = {
  createdAt: earlier,
  lastSeenAt: earlier,
  address: "198.51.100.7",
  userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
};

/// Also what a test makes more of.
export const invitation: Readonly<Record<"role" | "locale" | "createdAt" | "expiresAt", string>> = {
  role: "agent",
  locale: "es",
  createdAt: earlier,
  expiresAt: "2026-11-27T10:00:00.000Z",
};
