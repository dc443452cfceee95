import type { ReactElement } from "react";
import type { Account } from "../account/AccountGate";
import { DraftsProvider } from "../conversation/DraftsProvider";
import { ClientProvider } from "./client";
import { Desk } from "./Desk";

/// Everything a signed-in agent needs: one connection, the kept drafts, the desk.
export function Workspace({ account }: { readonly account: Account }): ReactElement {
  return (
    <ClientProvider agentId={account.agent.id} onSignedOut={account.sessionEnded}>
      <DraftsProvider agentId={account.agent.id}>
        <Desk account={account} />
      </DraftsProvider>
    </ClientProvider>
  );
}
