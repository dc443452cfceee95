import type { Role } from "@chask/client";
import { flag, listOf, oneOf, shape, text, time, type Guard } from "@chask/wire";
import { anything, ask } from "../request";

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly disabled: boolean;
  readonly secondFactor: boolean;
  readonly lastSeenAt?: string;
}

export interface Team {
  readonly members: readonly Member[];
  readonly requireSecondFactor: boolean;
}

export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly invitedBy?: string;
  readonly expiresAt: string;
}

export interface MadeInvitation {
  readonly invitation: Invitation;
  /// A path where the operator has not told the server's address.
  readonly link: string;
}

const isRole: Guard<Role> = oneOf("owner", "admin", "agent");

const isTeam: Guard<Team> = shape({
  members: listOf(
    shape(
      { id: text, name: text, email: text, role: isRole, disabled: flag, secondFactor: flag },
      { lastSeenAt: time },
    ),
  ),
  requireSecondFactor: flag,
});

const isInvitation: Guard<Invitation> = shape(
  { id: text, email: text, role: isRole, expiresAt: time },
  { invitedBy: text },
);

const isMade: Guard<MadeInvitation> = shape({ invitation: isInvitation, link: text });

const isList: Guard<{ readonly invitations: readonly Invitation[] }> = shape({
  invitations: listOf(isInvitation),
});

export async function team(): Promise<Team> {
  return ask({ method: "GET", path: "/v1/team" }, isTeam);
}

export async function requireSecondFactor(required: boolean): Promise<void> {
  await ask({ method: "PATCH", path: "/v1/team", body: { requireSecondFactor: required } }, anything);
}

export async function changeMember(
  id: string,
  change: { readonly role: Role } | { readonly disabled: boolean },
): Promise<void> {
  await ask({ method: "PATCH", path: `/v1/team/${encodeURIComponent(id)}`, body: change }, anything);
}

export async function endSessions(id: string): Promise<void> {
  await ask({ method: "DELETE", path: `/v1/team/${encodeURIComponent(id)}/sessions` }, anything);
}

export async function resetFactor(id: string): Promise<void> {
  await ask({ method: "DELETE", path: `/v1/team/${encodeURIComponent(id)}/totp` }, anything);
}

export async function invitations(): Promise<readonly Invitation[]> {
  return (await ask({ method: "GET", path: "/v1/invitations" }, isList)).invitations;
}

export async function invite(email: string, role: string, locale: string): Promise<MadeInvitation> {
  const made = await ask({ method: "POST", path: "/v1/invitations", body: { email, role, locale } }, isMade);
  return { ...made, link: new URL(made.link, window.location.origin).href };
}

export async function revoke(id: string): Promise<void> {
  await ask({ method: "DELETE", path: `/v1/invitations/${encodeURIComponent(id)}` }, anything);
}
