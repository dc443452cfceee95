import { count, listOf, mapOf, shape, text, time, type Guard } from "@chask/wire";
import { ask } from "../request";

/// A line of the log.
export interface AuditEntry {
  readonly number: number;
  readonly at: string;
  readonly action: string;
  readonly actor: { readonly kind: string; readonly id?: string; readonly name?: string };
  readonly subject: { readonly kind: string; readonly id: string; readonly name?: string };
  readonly details: Readonly<Record<string, string>>;
  readonly hash: string;
}

const isEntry: Guard<AuditEntry> = shape({
  number: count,
  at: time,
  action: text,
  actor: shape({ kind: text }, { id: text, name: text }),
  subject: shape({ kind: text, id: text }, { name: text }),
  details: mapOf(text),
  hash: text,
});

const isPage: Guard<AuditPage> = shape({ entries: listOf(isEntry) }, { next: text });

export interface Filter {
  readonly action: string;
  readonly actor: string;
}

export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  readonly next?: string;
}

/// A page of the log, newest first.
export async function auditPage({ action, actor }: Filter, cursor: string | undefined): Promise<AuditPage> {
  const query = new URLSearchParams({
    ...(action === "" ? {} : { action }),
    ...(actor === "" ? {} : { actor }),
    ...(cursor === undefined ? {} : { cursor }),
  });
  return ask({ method: "GET", path: `/v1/audit?${query}` }, isPage);
}
