import { isView, type Shown } from "./views";

/// A narrowed view under a name of the agent's own. Kept on this browser: how somebody sorts his day is his own affair.
export interface SavedFilter {
  readonly name: string;
  readonly shown: Shown;
}

const most = 20;

function keyOf(agentId: string): string {
  return `chask.console.filters.${agentId}`;
}

/// What was kept; whatever does not fit is left out.
export function decodeFilters(text: string | null): readonly SavedFilter[] {
  try {
    const value: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(value) ? value.flatMap(decodeFilter).slice(0, most) : [];
  } catch {
    return [];
  }
}

function decodeFilter(value: unknown): readonly SavedFilter[] {
  if (typeof value !== "object" || value === null) {
    return [];
  }
  const { name, view, tag, assignee, team }: Readonly<Record<string, unknown>> = { ...value };
  if (typeof name !== "string" || name.trim() === "" || !isView(view)) {
    return [];
  }
  const narrowed = {
    ...(typeof tag === "string" ? { tag } : {}),
    ...(typeof assignee === "string" ? { assignee } : {}),
    ...(typeof team === "string" ? { team } : {}),
  };
  return [{ name, shown: { view, ...narrowed } }];
}

export function loadFilters(agentId: string): readonly SavedFilter[] {
  try {
    return decodeFilters(localStorage.getItem(keyOf(agentId)));
  } catch {
    return [];
  }
}

export function keepFilters(agentId: string, filters: readonly SavedFilter[]): void {
  try {
    const flat = filters.map(({ name, shown }) => ({ name, ...shown }));
    localStorage.setItem(keyOf(agentId), JSON.stringify(flat));
  } catch {
    // Storage is refused: they hold for this page only.
  }
}

/// The filters with this one, in place of one of the same name.
export function withFilter(filters: readonly SavedFilter[], added: SavedFilter): readonly SavedFilter[] {
  return [...filters.filter(({ name }) => name !== added.name), added].slice(-most);
}
