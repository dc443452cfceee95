import { lazy, Suspense, type ReactElement, type ReactNode } from "react";
import type { Account } from "../account/AccountGate";
import { DraftsProvider } from "../conversation/DraftsProvider";
import { Boundary } from "./Boundary";
import { ClientProvider } from "./client";
import { Desk } from "./Desk";
import { PaletteHost } from "./PaletteHost";
import { useRoute } from "./route";
import { ShellSkeleton } from "./ShellSkeleton";
import { useListDrawn } from "./useListDrawn";

const Noticing = lazy(() =>
  import("../noticing/Noticing").then(
    (part) => ({ default: part.Noticing }),
    // Without it nothing rings; everything else goes on.
    () => ({ default: () => null }),
  ),
);
const Settings = lazy(async () => ({ default: (await import("../settings/Settings")).Settings }));

const Reports = lazy(async () => ({ default: (await import("../reports/Reports")).Reports }));

/// Everything a signed-in agent needs: one connection, the kept drafts, the desk.
export function Workspace({ account }: { readonly account: Account }): ReactElement {
  return (
    <ClientProvider agentId={account.agent.id} onSignedOut={account.sessionEnded}>
      <DraftsProvider agentId={account.agent.id}>
        <Room account={account} />
        <PaletteHost account={account} />
        <OnceDrawn>
          <Noticing />
        </OnceDrawn>
      </DraftsProvider>
    </ClientProvider>
  );
}

/// What nobody waits for is loaded once the list is there.
function OnceDrawn({ children }: { readonly children: ReactNode }): ReactElement | null {
  return useListDrawn() ? <Suspense>{children}</Suspense> : null;
}

/// The desk, or the settings or reports, which are loaded when they are first asked for.
function Room({ account }: { readonly account: Account }): ReactElement {
  const route = useRoute();
  // Until a second factor is set up that the organization asks for, nothing but one's own account answers.
  const confined = account.agent.secondFactorRequired === true;
  if (!confined && route.view === "reports" && account.agent.role !== "agent") {
    return (
      <Boundary>
        <Suspense fallback={<ShellSkeleton />}>
          <Reports named={route.days} />
        </Suspense>
      </Boundary>
    );
  }
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
