import { lazy, Suspense, useState, type ReactElement } from "react";
import type { Account } from "../account/AccountGate";
import { AccountCorner } from "../account/AccountCorner";
import { OrganizationName } from "../organization/OrganizationName";
import { useClient } from "../shell/client";
import { useShortcuts } from "../shell/shortcuts";
import { useWords } from "../shell/words";
import { ConversationList } from "./ConversationList";
import { ListSkeleton } from "./ListSkeleton";
import { SearchField } from "./SearchField";
import { useCounts } from "./useCounts";
import { useSettled } from "./useSettled";
import { filterOf, isView, type Shown } from "./views";
import { ViewTabs } from "./ViewTabs";
import "./inbox.css";

const SearchResults = lazy(async () => ({ default: (await import("./SearchResults")).SearchResults }));

const typingMilliseconds = 200;

/// The left column: whose desk it is, what is looked for, which conversations, the list.
export function InboxColumn({
  account,
  chosen,
  onHelp,
}: {
  readonly account: Account;
  readonly chosen: string | undefined;
  readonly onHelp: () => void;
}): ReactElement {
  const { t } = useWords();
  const client = useClient();
  const counts = useCounts();
  const [shown, setShown] = useState<Shown>({ view: "all" });
  const [typed, setTyped] = useState("");
  const words = useSettled(typed.trim(), typingMilliseconds);
  const show = (next: Shown): void => {
    setTyped("");
    setShown(next);
    void client.setFilter(filterOf(next));
  };
  useShortcuts({ view: (view) => (isView(view) ? show({ view }) : undefined) });
  return (
    <nav className="inbox" aria-label={t("inbox.title")}>
      <header className="column-head">
        <OrganizationName name={account.agent.organizationName} />
        <AccountCorner account={account} onHelp={onHelp} />
      </header>
      <SearchField words={typed} onChange={setTyped} />
      {words === "" ? (
        <>
          <ViewTabs shown={shown} counts={counts} onShow={show} />
          <ConversationList key={JSON.stringify(shown)} shown={shown} chosen={chosen} />
        </>
      ) : (
        <Suspense fallback={<ListSkeleton />}>
          <SearchResults words={words} chosen={chosen} />
        </Suspense>
      )}
    </nav>
  );
}
