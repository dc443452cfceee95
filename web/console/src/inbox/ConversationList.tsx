import type { InboxRow as Row } from "@chask/client";
import { useCallback, type ReactElement } from "react";
import { useClient, useClientState } from "../shell/client";
import { useNow } from "../shell/now";
import { useWords } from "../shell/words";
import { EmptyList } from "./EmptyList";
import { FixedRows } from "./FixedRows";
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
  const loadMore = useCallback(() => void client.loadMoreInbox(), [client]);
  const render = useCallback(
    (row: Row) => <InboxRow key={row.id} row={row} now={now} chosen={row.id === chosen} />,
    [now, chosen],
  );
  return (
    <FixedRows
      rows={rows}
      rowHeight={rowHeight}
      render={render}
      kept={chosen === undefined ? -1 : rows.findIndex(({ id }) => id === chosen)}
      keptKey={chosen}
      foot={more ? <ListSkeleton rows={3} /> : null}
      onEnd={loadMore}
    />
  );
}
