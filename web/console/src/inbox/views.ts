import type { InboxCounts, InboxFilter } from "@chask/client";
import type { Key } from "../shell/locale";

/// What the list can show with one click.
export type View = "mine" | "unassigned" | "all" | "resolved" | "snoozed" | "mentions";

/// Always in sight; the others stand in the menu beside them.
export const mainViews: readonly View[] = ["mine", "unassigned", "all", "resolved"];
export const moreViews: readonly View[] = ["mentions", "snoozed"];

/// A view, and what narrows it.
export interface Shown {
  readonly view: View;
  readonly tag?: string;
  /// The id of a colleague.
  readonly assignee?: string;
  /// The id of a team.
  readonly team?: string;
}

/// What a view is narrowed by, as it may have been kept.
type Narrowing = Readonly<Partial<Record<"tag" | "assignee" | "team", string | undefined>>>;

/// A view that is narrowed. What is one agent's is neither another's nor nobody's: it stands under All.
export function shownOf(view: View, { tag, assignee, team }: Narrowing): Shown {
  const whose = view === "mine" || view === "unassigned";
  return {
    view: whose && assignee !== undefined ? "all" : view,
    ...(tag === undefined ? {} : { tag }),
    ...(assignee === undefined ? {} : { assignee }),
    ...(team === undefined ? {} : { team }),
  };
}

const filters: Readonly<Record<View, InboxFilter>> = {
  mine: { status: "open", assignee: "me", snoozed: false },
  unassigned: { status: "open", assignee: "none", snoozed: false },
  all: { status: "open", snoozed: false },
  resolved: { status: "resolved" },
  snoozed: { status: "open", snoozed: true },
  mentions: { status: "any", mentioned: true },
};

export function filterOf({ view, tag, assignee, team }: Shown): InboxFilter {
  return {
    ...filters[view],
    ...(assignee === undefined ? {} : { assignee }),
    ...(team === undefined ? {} : { team }),
    ...(tag === undefined ? {} : { tag }),
  };
}

export const viewKeys: Readonly<Record<View, Key>> = {
  mine: "view.mine",
  unassigned: "view.unassigned",
  all: "view.all",
  resolved: "view.resolved",
  snoozed: "view.snoozed",
  mentions: "view.mentions",
};

/// How many the view holds; undefined where nobody counts: what is resolved only grows.
export function countOf(view: View, counts: InboxCounts | undefined): number | undefined {
  if (counts === undefined || view === "resolved") {
    return undefined;
  }
  return view === "all" ? counts.open : counts[view];
}

export function isView(value: unknown): value is View {
  return [...mainViews, ...moreViews].some((view) => view === value);
}
