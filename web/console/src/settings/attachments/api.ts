import { count, flag, listOf, shape, text, type Guard } from "@chask/wire";
import { ask } from "../request";

/// Which files an organization takes.
export interface FilePolicy {
  readonly enabled: boolean;
  /// MIME types, or `image/*`.
  readonly accept: readonly string[];
  /// Bytes of one file.
  readonly maxSize: number;
  /// Files of one message.
  readonly maxCount: number;
  /// Bytes of all files; 0: only the server's own limit.
  readonly quota: number;
}

export interface FileSettings extends FilePolicy {
  /// Bytes of all files that are kept now.
  readonly used: number;
  /// What the operator of the server allows at most.
  readonly server: { readonly enabled: boolean; readonly maxSize: number; readonly quota: number };
}

const isSettings: Guard<FileSettings> = shape({
  enabled: flag,
  accept: listOf(text),
  maxSize: count,
  maxCount: count,
  quota: count,
  used: count,
  server: shape({ enabled: flag, maxSize: count, quota: count }),
});

/// Of the query for them.
export const fileSettingsKey: readonly string[] = ["settings", "attachments"];

const path = "/v1/settings/attachments";

export async function loadFileSettings(): Promise<FileSettings> {
  return ask({ method: "GET", path }, isSettings);
}

export async function saveFilePolicy(policy: FilePolicy): Promise<FileSettings> {
  return ask({ method: "PUT", path, body: policy }, isSettings);
}
