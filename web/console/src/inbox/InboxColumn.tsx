import { SegmentedControl } from "@mantine/core";
import { useState, type ReactElement } from "react";
import type { Account } from "../account/AccountGate";
import { AccountCorner } from "../account/AccountCorner";
import { OrganizationName } from "../organization/OrganizationName";
import { useClient } from "../shell/client";
import { useWords } from "../shell/words";
import { ConversationList } from "./ConversationList";
import "./inbox.css";

export type InboxFilter = "open" | "resolved";

/// The left column: whose desk it is, which conversations, the list.
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
  const [filter, setFilter] = useState<InboxFilter>("open");
  const choose = (value: string): void => {
    const next = value === "resolved" ? "resolved" : "open";
    setFilter(next);
    void client.setFilter(next);
  };
  return (
    <nav className="inbox" aria-label={t("inbox.title")}>
      <header className="column-head">
        <OrganizationName name={account.agent.organizationName} />
        <AccountCorner account={account} onHelp={onHelp} />
      </header>
      <div className="inbox-tabs">
        <SegmentedControl
          fullWidth
          aria-label={t("inbox.status")}
          value={filter}
          onChange={choose}
          data={[
            { value: "open", label: t("inbox.open") },
            { value: "resolved", label: t("inbox.resolved") },
          ]}
        />
      </div>
      <ConversationList key={filter} filter={filter} chosen={chosen} />
    </nav>
  );
}
