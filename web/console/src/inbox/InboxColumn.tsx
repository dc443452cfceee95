import { Suspense, useState, type ReactElement } from "react";
import type { Account } from "../account/AccountGate";
import { AccountCorner } from "../account/AccountCorner";
import { OrganizationName } from "../organization/OrganizationName";
import { Boundary } from "../shell/Boundary";
import { part } from "../shell/part";
import { useShortcuts } from "../shell/shortcuts";
import { useListDrawn } from "../shell/useListDrawn";
import { useWords } from "../shell/words";
import { ConversationList } from "./ConversationList";
import { ListSkeleton } from "./ListSkeleton";
import { SearchField } from "./SearchField";
import { readShown } from "./shown";
import { useCounts } from "./useCounts";
import { useSettled } from "./useSettled";
import type { Shown } from "./views";
import { ViewTabs } from "./ViewTabs";
import "./inbox.css";
import "./row.css";
import "./search.css";
import "./views.css";
import "./filter.css";

const SearchResults = part(async () => (await import("./SearchResults")).SearchResults);

const Nudge = part(() =>
  import("../noticing/Nudge").then(
    (loaded) => loaded.Nudge,
    // It can do without.
    () => () => null,
  ),
);

const typingMilliseconds = 200;

/// The left column: whose desk it is, what is looked for, which conversations, the list.
export function InboxColumn({
  account,
  chosen,
  shown,
  onShow,
  onHelp,
}: {
  readonly account: Account;
  readonly chosen: string | undefined;
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
  readonly onHelp: () => void;
}): ReactElement {
  const { t } = useWords();
  const counts = useCounts();
  const [typed, setTyped] = useState("");
  const words = useSettled(typed.trim(), typingMilliseconds);
  const show = (next: Shown): void => {
    setTyped("");
    onShow(next);
  };
  useShortcuts({
    view: (told) => {
      const next = readShown(told);
      if (next !== undefined) {
        show(next);
      }
    },
  });
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
        <Boundary about={words}>
          <Suspense fallback={<ListSkeleton />}>
            <SearchResults words={words} chosen={chosen} />
          </Suspense>
        </Boundary>
      )}
      <Offer />
    </nav>
  );
}

/// Nobody waits for it: it comes once the list is there.
function Offer(): ReactElement | null {
  return useListDrawn() ? (
    <Suspense>
      <Nudge />
    </Suspense>
  ) : null;
}
