import type { InboxRow as Row } from "@chask/client";
import { useCallback, useMemo, type ReactElement } from "react";
import { useClient, useClientState } from "../shell/client";
import { LoadFailure } from "../shell/LoadFailure";
import { useNow } from "../shell/now";
import { mentionPlace } from "../shell/route";
import { useWords } from "../shell/words";
import { EmptyList } from "./EmptyList";
import { FixedRows } from "./FixedRows";
import { InboxRow } from "./InboxRow";
import { ListSkeleton } from "./ListSkeleton";
import { useListKeys } from "./useListKeys";
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
  const isWhole = useClientState((state) => state.inboxHistory === "complete");
  const problem = useProblem();
  const { t } = useWords();
  // Who asks for what mentions him wants to see the note.
  const at = shown.view === "mentions" ? mentionPlace : undefined;
  const steps = useMemo(() => rows.map(({ id }) => ({ id, at })), [rows, at]);
  useListKeys(steps, chosen);
  if (rows.length > 0) {
    return (
      <>
        <Rows rows={rows} chosen={chosen} at={at} more={!isWhole && problem === null} />
        {problem}
      </>
    );
  }
  if (isWhole) {
    return <EmptyList shown={shown} />;
  }
  if (problem !== null) {
    return <div className="inbox-list">{problem}</div>;
  }
  return (
    <div className="inbox-list" aria-busy="true">
      <output className="visually-hidden">{t("inbox.loading")}</output>
      <ListSkeleton />
    </div>
  );
}

/// Why conversations are missing. Without a connection that is told elsewhere, and they come with it.
function useProblem(): ReactElement | null {
  const client = useClient();
  const error = useClientState(({ connection, inboxError }) =>
    connection === "online" ? inboxError : undefined,
  );
  const isLoading = useClientState(({ inboxHistory }) => inboxHistory === "loading");
  return error === undefined ? null : (
    <LoadFailure error={error} isFetching={isLoading} onRetry={() => void client.loadMoreInbox()} />
  );
}

function Rows({
  rows,
  chosen,
  at,
  more,
}: {
  readonly rows: readonly Row[];
  readonly chosen: string | undefined;
  readonly at: string | undefined;
  readonly more: boolean;
}): ReactElement {
  const client = useClient();
  const now = useNow(30_000);
  const fresh = useClientState((state) => state.inboxFresh);
  const loadMore = useCallback(() => void client.loadMoreInbox(), [client]);
  const render = useCallback(
    (row: Row, top: number) => (
      <InboxRow key={row.id} row={row} top={top} now={now} chosen={row.id === chosen} at={at} />
    ),
    [now, chosen, at],
  );
  return (
    <FixedRows
      rows={rows}
      rowHeight={rowHeight}
      render={render}
      kept={chosen === undefined ? -1 : rows.findIndex(({ id }) => id === chosen)}
      keptKey={chosen}
      foot={more ? <ListSkeleton rows={3} still /> : null}
      fresh={fresh}
      onEnd={loadMore}
    />
  );
}
