import type { Guard } from "@chask/wire";
import type { UserChanges, UserConfig } from "../contract";
import type { Core } from "./core";

// Loaded when somebody is identified. Only types are taken from what is loaded before.

const FIELDS = [
  "id",
  "name",
  "email",
  "phone",
  "avatarUrl",
  "company",
  "locale",
  "createdAt",
  "attributes",
] as const;

/**
 * What of a page's `UserConfig` goes to the server: known fields that are present; `null` clears. Undefined: what was
 * handed in is no such thing, or cannot be written as JSON.
 */
function patchOf(user: UserChanges | null): UserChanges | undefined {
  if (typeof user !== "object" || user === null) {
    return undefined;
  }
  const present = FIELDS.filter((field) => user[field] !== undefined).map(
    (field) => [field, user[field]] as const,
  );
  const patch = Object.fromEntries(present);
  try {
    JSON.stringify(patch);
    return patch;
  } catch {
    return undefined;
  }
}

/** Rejects with `invalid` for what is no such thing. */
export async function update(
  { events, sessions, store }: Core,
  connect: () => Promise<void>,
  changes: UserChanges,
  isUser: Guard<UserConfig & { readonly visitorId: string }>,
  invalid: Error,
): Promise<UserConfig> {
  const body = patchOf(changes);
  if (!body) {
    throw invalid;
  }
  await connect();
  const { visitorId: _, ...user } = await sessions.ask(
    { method: "PATCH", path: "/v1/widget/user", body },
    isUser,
  );
  store.change({ user });
  events.emit("userUpdated", user);
  return user;
}
