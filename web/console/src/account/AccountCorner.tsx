import { useState, type ReactElement } from "react";
import { AccountButton } from "./AccountButton";
import type { Account } from "./AccountGate";
import { OnDemand } from "../shell/OnDemand";
import { part } from "../shell/part";
import { useFocusBack } from "../shell/useFocusBack";

const AccountMenu = part(async () => (await import("./AccountMenu")).AccountMenu);

/// The button of the account; its menu is loaded when it is first asked for.
export function AccountCorner({
  account,
  onHelp,
}: {
  readonly account: Account;
  readonly onHelp: () => void;
}): ReactElement {
  const [asked, setAsked] = useState(false);
  useFocusBack(asked, ".account-button");
  const button = <AccountButton agent={account.agent} onClick={() => setAsked(true)} />;
  return asked ? (
    <OnDemand fallback={button} onClose={() => setAsked(false)}>
      <AccountMenu account={account} onHelp={onHelp} />
    </OnDemand>
  ) : (
    button
  );
}
