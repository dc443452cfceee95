import type { InboxRow as Row } from "@chask/client";
import { useCallback, useEffect, useMemo, useRef, type ReactElement } from "react";
import { Virtuoso, type VirtuosoHandle } from "react-virtuoso";
import { useClient, useClientState } from "../shell/client";
import { useNow } from "../shell/now";
import { useWords } from "../shell/words";
import { EmptyList } from "./EmptyList";
import { InboxRow } from "./InboxRow";
import { ListSkeleton } from "./ListSkeleton";
import type { Shown } from "./views";

const rowHeight = 64;

/// The conversations, newest activity first; only the rows in sight are in the page.
export function ConversationList({
  shown,
  chosen,
}: {
  readonly shown: Shown;
  readonly chosen: string | undefined;
}): ReactElement {
  const rows = useClientState((state) => state.inbox);
  const history = useClientState((state) => state.inboxHistory);
  const { t } = useWords();
  if (rows.length > 0) {
    return <Rows rows={rows} chosen={chosen} more={history !== "complete"} />;
  }
  if (history === "complete") {
    return <EmptyList shown={shown} />;
  }
  return (
    <div className="inbox-list" aria-busy="true">
      <output className="visually-hidden">{t("inbox.loading")}</output>
      <ListSkeleton />
    </div>
  );
}

interface ListContext {
  readonly more: boolean;
  readonly now: Date;
  readonly chosen: string | undefined;
}

function Rows({
  rows,
  chosen,
  more,
}: {
  readonly rows: readonly Row[];
  readonly chosen: string | undefined;
  readonly more: boolean;
}): ReactElement {
  const client = useClient();
  const now = useNow(30_000);
  const list = useRef<VirtuosoHandle>(null);
  useKeepChosenInSight(list, rows, chosen);
  const loadMore = useCallback(() => void client.loadMoreInbox(), [client]);
  const context = useMemo(() => ({ more, now, chosen }), [more, now, chosen]);
  return (
    <Virtuoso<Row, ListContext>
      ref={list}
      className="inbox-list"
      data={rows}
      context={context}
      fixedItemHeight={rowHeight}
      increaseViewportBy={4 * rowHeight}
      computeItemKey={keyOf}
      endReached={loadMore}
      itemContent={renderRow}
      components={parts}
    />
  );
}

function keyOf(_: number, row: Row): string {
  return row.id;
}

function renderRow(_: number, row: Row, { now, chosen }: ListContext): ReactElement {
  return <InboxRow row={row} now={now} chosen={row.id === chosen} />;
}

/// Outside of the component: a new identity would mount every row anew.
const parts = {
  Footer: ({ context }: { readonly context?: ListContext }): ReactElement | null =>
    context?.more === true ? <ListSkeleton rows={3} /> : null,
} as const;

function useKeepChosenInSight(
  list: { readonly current: VirtuosoHandle | null },
  rows: readonly Row[],
  chosen: string | undefined,
): void {
  const latest = useRef(rows);
  useEffect(() => {
    latest.current = rows;
  });
  useEffect(() => {
    const index = latest.current.findIndex((row) => row.id === chosen);
    if (index !== -1) {
      list.current?.scrollIntoView({ index });
    }
  }, [list, chosen]);
}
