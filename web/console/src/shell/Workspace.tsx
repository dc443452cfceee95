import { lazy, Suspense, useEffect, useRef, useState, type ReactElement, type ReactNode } from "react";
import type { Account } from "../account/AccountGate";
import { DraftsProvider } from "../conversation/DraftsProvider";
import { keepShown, loadShown } from "../inbox/shown";
import { useCounting } from "../inbox/useCounts";
import { filterOf, type Shown } from "../inbox/views";
import { Boundary } from "./Boundary";
import { ClientProvider, useClient } from "./client";
import { Desk } from "./Desk";
import { afterInBrowser } from "./now";
import { PaletteHost } from "./PaletteHost";
import { part } from "./part";
import { useNotices } from "./Notices";
import { persistently } from "./persistently";
import { inboxHref, replaceRoute, useRoute, type Route } from "./route";
import { ShellSkeleton } from "./ShellSkeleton";
import { useListDrawn } from "./useListDrawn";
import { useWords } from "./words";

// Without it nothing rings; everything else goes on. An agent who has lost his network in that moment is not to be left
// without it for the day.
const Noticing = lazy(async () => ({
  default: (await persistently(() => import("../noticing/Noticing"), afterInBrowser)).Noticing,
}));
const Settings = part(async () => (await import("../settings/Settings")).Settings);
const Reports = part(async () => (await import("../reports/Reports")).Reports);

/// Everything a signed-in agent needs: one connection, the kept drafts, the desk.
export function Workspace({ account }: { readonly account: Account }): ReactElement {
  // Until a second factor is set up that the organization asks for, nothing but one's own account answers.
  const confined = account.agent.secondFactorRequired === true;
  return (
    <ClientProvider agentId={account.agent.id} confined={confined} onSignedOut={account.sessionEnded}>
      <DraftsProvider agentId={account.agent.id}>
        <Room account={account} confined={confined} />
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

type View = Route["view"];

/// Stands inside of what may still have to be loaded: the focus of whoever comes from another room has nowhere to be.
function Arrival({
  room,
  lastRef,
}: {
  readonly room: View;
  readonly lastRef: { current: View | undefined };
}): null {
  useEffect(() => {
    const moved = lastRef.current !== undefined && lastRef.current !== room;
    lastRef.current = room;
    if (moved && document.activeElement === document.body) {
      document.querySelector("main")?.focus();
    }
  }, [room, lastRef]);
  return null;
}

/// The desk, or the settings or reports, which are loaded when they are first asked for. Which list the desk shows is
/// known here: the client goes on keeping it while the desk is away.
function Room({
  account,
  confined,
}: {
  readonly account: Account;
  readonly confined: boolean;
}): ReactElement {
  const route = useRoute();
  const [shown, show] = useShown(account.agent.id);
  const lastRef = useRef<View>(undefined);
  useCounting(!confined);
  const reports = !confined && route.view === "reports";
  const refused = reports && account.agent.role === "agent";
  useWayBack(refused);
  if (reports && !refused) {
    return (
      <Boundary>
        <Suspense fallback={<ShellSkeleton />}>
          <Reports named={route.days} />
          <Arrival room="reports" lastRef={lastRef} />
        </Suspense>
      </Boundary>
    );
  }
  return confined || route.view === "settings" ? (
    <Boundary>
      <Suspense fallback={<ShellSkeleton />}>
        <Settings account={account} page={route.view === "settings" ? route.page : undefined} />
        <Arrival room="settings" lastRef={lastRef} />
      </Suspense>
    </Boundary>
  ) : (
    <>
      <Desk account={account} shown={shown} onShow={show} />
      <Arrival room="inbox" lastRef={lastRef} />
    </>
  );
}

/// Leads to the desk who has come by an address that is not for his role, and says why.
function useWayBack(refused: boolean): void {
  const { t } = useWords();
  const show = useNotices();
  useEffect(() => {
    if (refused) {
      replaceRoute(inboxHref);
      show({ text: t("account.reportsForAdmins") });
    }
  }, [refused, show, t]);
}

/// Which list is shown; the client begins with what the tab has kept.
function useShown(agentId: string): readonly [Shown, (next: Shown) => void] {
  const client = useClient();
  const [shown, setShown] = useState(() => loadShown(agentId));
  const show = (next: Shown): void => {
    setShown(next);
    keepShown(agentId, next);
    void client.setFilter(filterOf(next));
  };
  return [shown, show];
}
