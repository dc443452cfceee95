import { listOf, shape, text, type Guard } from "@chask/wire";
import { isView, shownOf, type Shown } from "../inbox/views";
import { anything, ask } from "../settings/request";

/// A narrowed view under a name of the agent's own: on every browser where he signs in.
export interface SavedFilter {
  readonly id: string;
  readonly name: string;
  readonly shown: Shown;
}

interface WireFilter {
  readonly id: string;
  readonly name: string;
  readonly view: string;
  readonly tag?: string;
  readonly assignee?: string;
  readonly team?: string;
}

const isFilter: Guard<WireFilter> = shape(
  { id: text, name: text, view: text },
  { tag: text, assignee: text, team: text },
);
const isFilters: Guard<{ readonly filters: readonly WireFilter[] }> = shape({ filters: listOf(isFilter) });

/// By name. What a newer server knows and this page does not is left out.
export async function listFilters(): Promise<readonly SavedFilter[]> {
  const { filters } = await ask({ method: "GET", path: "/v1/account/filters" }, isFilters);
  return filters.flatMap(({ id, name, view, ...narrowing }) =>
    isView(view) ? [{ id, name, shown: shownOf(view, narrowing) }] : [],
  );
}

/// In place of the one that has this id; also brings one back that was forgotten on another browser.
export async function saveFilter({ id, name, shown }: SavedFilter): Promise<void> {
  await ask({ method: "POST", path: "/v1/account/filters", body: { id, name, ...shown } }, isFilter);
}

export async function forgetFilter(id: string): Promise<void> {
  await ask({ method: "DELETE", path: `/v1/account/filters/${id}` }, anything);
}

/// Whether the list shows what the filter says; tags differ by more than their case.
export function isShown(filter: Shown, { view, tag, assignee, team }: Shown): boolean {
  return (
    filter.view === view &&
    filter.tag?.toLowerCase() === tag?.toLowerCase() &&
    filter.assignee === assignee &&
    filter.team === team
  );
}
