import { isView, shownOf, type Shown } from "./views";

/// The list a tab shows, for as long as the tab lives: also after a reload, and beside the settings and the reports. Two
/// tabs may show two lists, so the tab keeps it, not the browser.
function keyOf(agentId: string): string {
  return `chask.console.shown.${agentId}`;
}

/// A view and what narrows it; undefined where it is none.
export function decodeShown(value: unknown): Shown | undefined {
  if (typeof value !== "object" || value === null) {
    return undefined;
  }
  const { view, tag, assignee, team }: Readonly<Record<string, unknown>> = { ...value };
  return isView(view)
    ? shownOf(view, { tag: textOf(tag), assignee: textOf(assignee), team: textOf(team) })
    : undefined;
}

/// The same from a text.
export function readShown(json: string | null | undefined): Shown | undefined {
  try {
    return decodeShown(JSON.parse(json ?? "null"));
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/// What the tab showed last; everything that is open to begin with.
export function loadShown(agentId: string): Shown {
  try {
    return readShown(sessionStorage.getItem(keyOf(agentId))) ?? { view: "all" };
  } catch {
    return { view: "all" };
  }
}

export function keepShown(agentId: string, shown: Shown): void {
  try {
    sessionStorage.setItem(keyOf(agentId), JSON.stringify(shown));
  } catch {
    // Storage is refused: it holds until the page is left.
  }
}
