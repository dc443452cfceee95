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

/// A group of them.
export interface StandInTeam {
  readonly id: string;
  readonly name: string;
  /// Their ids; not given: none.
  readonly members?: readonly string[];
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

/// The answers about the organization's teams; undefined for another route.
export async function teamsAnswer(
  route: string,
  world: { teams: readonly StandInTeam[] },
  body: () => Promise<Readonly<Record<string, unknown>>>,
): Promise<Answer | undefined> {
  const [, method, asked] = /^(\w+) \/v1\/teams(?:\/([^/]+))?$/u.exec(route) ?? [];
  if (method === undefined) {
    return undefined;
  }
  if (method === "GET") {
    return { status: 200, json: { teams: world.teams.map((team) => ({ members: [], ...team })) } };
  }
  const id = asked ?? randomUUID();
  const others = world.teams.filter((team) => team.id !== id);
  if (method === "DELETE") {
    world.teams = others;
    return { status: 204 };
  }
  const { name, members } = await body();
  const ids = Array.isArray(members) ? members.map(String) : [];
  const team = { id, name: String(name), members: ids };
  world.teams = [...others, team].toSorted((one, other) => one.name.localeCompare(other.name));
  return { status: asked === undefined ? 201 : 200, json: team };
}
