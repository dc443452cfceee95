import type { Team } from "@chask/client";
import { count, listOf, oneOf, shape, text, type Guard } from "@chask/wire";
import { anything, ask } from "../request";

export type Mode = "manual" | "least_loaded";

export interface RoutingRules {
  readonly mode: Mode;
  readonly capacity: number;
  readonly awayAfterMinutes: number;
  /// Absent: never.
  readonly giveBackAfterMinutes?: number;
}

export interface Routing extends RoutingRules {
  /// Of the agents who have a number of their own.
  readonly capacities: readonly { readonly agent: string; readonly capacity: number }[];
}

const isRouting: Guard<Routing> = shape(
  {
    mode: oneOf("manual", "least_loaded"),
    capacity: count,
    awayAfterMinutes: count,
    capacities: listOf(shape({ agent: text, capacity: count })),
  },
  { giveBackAfterMinutes: count },
);

const isTeam: Guard<Team> = shape({ id: text, name: text, members: listOf(text) });

export const routingKey = ["routing"] as const;

export async function loadRouting(): Promise<Routing> {
  return ask({ method: "GET", path: "/v1/settings/routing" }, isRouting);
}

export async function saveRouting(rules: RoutingRules): Promise<Routing> {
  const body = { ...rules, giveBackAfterMinutes: rules.giveBackAfterMinutes ?? null };
  return ask({ method: "PUT", path: "/v1/settings/routing", body }, isRouting);
}

export async function saveCapacity(agent: string, capacity: number | undefined): Promise<void> {
  const path = `/v1/team/${encodeURIComponent(agent)}/capacity`;
  await ask({ method: "PUT", path, body: { capacity: capacity ?? null } }, anything);
}

/// What a team shall be; without an id it is made.
export interface TeamWish {
  readonly id?: string;
  readonly name: string;
  readonly members: readonly string[];
}

export async function saveTeam({ id, name, members }: TeamWish): Promise<Team> {
  const body = { name, members };
  return id === undefined
    ? ask({ method: "POST", path: "/v1/teams", body }, isTeam)
    : ask({ method: "PATCH", path: `/v1/teams/${encodeURIComponent(id)}`, body }, isTeam);
}

export async function deleteTeam(id: string): Promise<void> {
  await ask({ method: "DELETE", path: `/v1/teams/${encodeURIComponent(id)}` }, anything);
}
