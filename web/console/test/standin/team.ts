import { randomUUID } from "node:crypto";
import { refusal, type Answer } from "./answers.ts";

/// One of the organization's people, as openapi.yaml has them.
export interface StandInMember {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly lastSeenAt: string;
  role: string;
  disabled: boolean;
  secondFactor: boolean;
}

/// The people beside the one who is signed in.
export function people(agent: Pick<StandInMember, "id" | "name" | "email">): StandInMember[] {
  const { id, name, email } = agent;
  return [
    { ...person, id, name, email, role: "owner", secondFactor: true },
    { ...person, id: randomUUID(), name: "Grace Hopper", email: "grace@example.com", role: "admin" },
    { ...person, id: randomUUID(), name: "Linus", email: "linus@example.com", disabled: true },
  ];
}

const person = {
  role: "agent",
  disabled: false,
  secondFactor: false,
  lastSeenAt: "2026-11-20T10:00:00.000Z",
};

/// The answers about the organization's people; undefined for another route.
export async function teamAnswer(
  route: string,
  members: readonly StandInMember[],
  body: () => Promise<Readonly<Record<string, unknown>>>,
): Promise<Answer | undefined> {
  if (route === "GET /v1/team") {
    return { status: 200, json: { members, requireSecondFactor: false } };
  }
  const id = /^PATCH \/v1\/team\/([^/]+)$/u.exec(route)?.[1];
  if (id === undefined) {
    return undefined;
  }
  const member = members.find((each) => each.id === id);
  if (member === undefined) {
    return refusal(404, "NOT_FOUND");
  }
  const { role, disabled } = await body();
  member.role = typeof role === "string" ? role : member.role;
  member.disabled = typeof disabled === "boolean" ? disabled : member.disabled;
  return { status: 204 };
}
