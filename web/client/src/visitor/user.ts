import type { UserChanges } from "../contract";

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

/** What of a page's `UserConfig` goes to the server: known fields that are present; `null` clears. */
export function patchOf(user: UserChanges): UserChanges {
  const present = FIELDS.filter((field) => user[field] !== undefined).map(
    (field) => [field, user[field]] as const,
  );
  return Object.fromEntries(present);
}
