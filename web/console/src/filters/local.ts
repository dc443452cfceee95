import { Refusal } from "../settings/request";
import { decodeShown } from "../inbox/shown";
import type { Shown } from "../inbox/views";
import { newId } from "../shell/newId";
import { saveFilter } from "./api";

/// As filters were kept before the server kept them: on one browser.
interface LocalFilter {
  readonly name: string;
  readonly shown: Shown;
}

function keyOf(agentId: string): string {
  return `chask.console.filters.${agentId}`;
}

/// What was kept; whatever does not fit is left out.
export function decodeFilters(text: string | null): readonly LocalFilter[] {
  try {
    const value: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(value) ? value.flatMap(decodeFilter) : [];
  } catch {
    return [];
  }
}

function decodeFilter(value: unknown): readonly LocalFilter[] {
  if (typeof value !== "object" || value === null) {
    return [];
  }
  const { name }: Readonly<Record<string, unknown>> = { ...value };
  const shown = decodeShown(value);
  return typeof name !== "string" || name.trim() === "" || shown === undefined ? [] : [{ name, shown }];
}

/// Gives what this browser kept to the server, once. One that the server refuses is there already, under the same name,
/// or is not to be kept; without an answer all stay here for the next time.
export async function moveLocalFilters(agentId: string): Promise<void> {
  const kept = read(agentId);
  if (kept === null) {
    return;
  }
  for (const { name, shown } of decodeFilters(kept)) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- there are few, and the server takes them one at a time
      await saveFilter({ id: newId(), name, shown });
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || !settled.has(thrown.reason)) {
        throw thrown;
      }
    }
  }
  localStorage.removeItem(keyOf(agentId));
}

const settled: ReadonlySet<string> = new Set(["NAME_TAKEN", "TOO_MANY_FILTERS", "INVALID_FIELD"]);

function read(agentId: string): string | null {
  try {
    return localStorage.getItem(keyOf(agentId));
  } catch {
    return null;
  }
}
