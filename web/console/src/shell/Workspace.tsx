import { lazy, Suspense, type ReactElement } from "react";
import type { Account } from "../account/AccountGate";
import { DraftsProvider } from "../conversation/DraftsProvider";
import { Boundary } from "./Boundary";
import { ClientProvider } from "./client";
import { Desk } from "./Desk";
import { useRoute } from "./route";
import { ShellSkeleton } from "./ShellSkeleton";

const Settings = lazy(async () => ({ default: (await import("../settings/Settings")).Settings }));

/// Everything a signed-in agent needs: one connection, the kept drafts, the desk.
export function Workspace({ account }: { readonly account: Account }): ReactElement {
  return (
    <ClientProvider agentId={account.agent.id} onSignedOut={account.sessionEnded}>
      <DraftsProvider agentId={account.agent.id}>
        <Room account={account} />
      </DraftsProvider>
    </ClientProvider>
  );
}

/// The desk, or the settings, which are loaded when they are first asked for.
function Room({ account }: { readonly account: Account }): ReactElement {
  const route = useRoute();
  // Until a second factor is set up that the organization asks for, nothing but one's own account answers.
  const confined = account.agent.secondFactorRequired === true;
  return confined || route.view === "settings" ? (
    <Boundary>
      <Suspense fallback={<ShellSkeleton />}>
        <Settings account={account} page={route.view === "settings" ? route.page : undefined} />
      </Suspense>
    </Boundary>
  ) : (
    <Desk account={account} />
  );
}
