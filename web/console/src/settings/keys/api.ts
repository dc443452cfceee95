import { listOf, shape, text, time, type Guard } from "@chask/wire";
import { anything, ask } from "../request";

export interface Key {
  readonly id: string;
  readonly value: string;
  readonly createdAt: string;
  readonly lastUsedAt?: string;
  /// When it will be revoked by itself.
  readonly retiresAt?: string;
}

export interface Keys {
  readonly organizationId: string;
  readonly keys: readonly Key[];
  readonly origins: readonly string[];
}

const isKey: Guard<Key> = shape(
  { id: text, value: text, createdAt: time },
  { lastUsedAt: time, retiresAt: time },
);
const isKeys: Guard<Keys> = shape({ organizationId: text, keys: listOf(isKey), origins: listOf(text) });
const isOrigins = shape({ origins: listOf(text) });

export const keysKey: readonly string[] = ["settings", "keys"];

const path = "/v1/settings/keys";

export async function loadKeys(): Promise<Keys> {
  return ask({ method: "GET", path }, isKeys);
}

/// One more key, or one instead of another, which goes on for so many seconds.
export async function addKey(replaced?: {
  readonly replaces: string;
  readonly graceSeconds: number;
}): Promise<Key> {
  return ask({ method: "POST", path, body: replaced ?? {} }, isKey);
}

export async function revokeKey(id: string): Promise<void> {
  await ask({ method: "DELETE", path: `${path}/${id}` }, anything);
}

/// Lets it go on for so many seconds.
export async function retireKey(id: string, graceSeconds: number): Promise<void> {
  await ask({ method: "PUT", path: `${path}/${id}/retirement`, body: { graceSeconds } }, anything);
}

export async function keepKey(id: string): Promise<void> {
  await ask({ method: "DELETE", path: `${path}/${id}/retirement` }, anything);
}

export async function changeOrigins(change: {
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
}): Promise<readonly string[]> {
  const { origins } = await ask({ method: "PATCH", path: "/v1/settings/origins", body: change }, isOrigins);
  return origins;
}
