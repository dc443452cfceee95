import { lazy, Suspense, useEffect, useRef, type ReactElement } from "react";
import type { Account } from "../account/AccountGate";
import { NothingChosen } from "../conversation/NothingChosen";
import { InboxColumn } from "../inbox/InboxColumn";
import { neighbour } from "../inbox/neighbour";
import { Boundary } from "./Boundary";
import { useClient } from "./client";
import { ConnectionBanner } from "./ConnectionBanner";
import { conversationHref, replaceRoute, useRoute } from "./route";
import { runShortcut, useShortcuts } from "./shortcuts";
import { useListDrawn } from "./useListDrawn";
import { useWords } from "./words";
import "./desk.css";

const ConversationView = lazy(async () => ({
  default: (await import("../conversation/ConversationView")).ConversationView,
}));

/// The three columns: list, thread, visitor. On a phone one of them at a time, by the address.
export function Desk({ account }: { readonly account: Account }): ReactElement {
  const { t } = useWords();
  const route = useRoute();
  const chosen = route.view === "conversation" ? route.id : undefined;
  const main = useRef<HTMLElement>(null);
  useListKeys(chosen);
  useLoadAhead();
  useFocusInThread(main, chosen);
  return (
    <div className="desk" data-view={route.view}>
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {t("shell.skip")}
      </button>
      <InboxColumn account={account} chosen={chosen} onHelp={() => runShortcut("?")} />
      <main ref={main} className="desk-main" tabIndex={-1}>
        <Boundary key={chosen}>
          <Suspense>
            {chosen === undefined ? (
              <NothingChosen />
            ) : (
              <ConversationView
                key={chosen}
                id={chosen}
                at={route.view === "conversation" ? route.at : undefined}
                agentName={account.agent.name}
              />
            )}
          </Suspense>
        </Boundary>
      </main>
      <ConnectionBanner />
    </div>
  );
}

/// `j` and `k` walk through the list; the step replaces the address, so that Back leaves the list at once.
function useListKeys(chosen: string | undefined): void {
  const client = useClient();
  const go = (step: 1 | -1): void => {
    // Asked when a key is pressed: the desk is not drawn anew for each change of the list.
    const next = neighbour(client.getState().inbox, chosen, step);
    if (next !== undefined) {
      replaceRoute(conversationHref(next));
    }
  };
  useShortcuts({ j: () => go(1), k: () => go(-1) });
}

/// On a phone the list goes when a conversation opens: the focus must not go with it.
function useFocusInThread(main: { readonly current: HTMLElement | null }, chosen: string | undefined): void {
  useEffect(() => {
    if (chosen !== undefined && window.matchMedia("(max-width: 720px)").matches) {
      main.current?.focus();
    }
  }, [main, chosen]);
}

/// Fetches the thread's part once the list is there, so that the first conversation opens without a wait.
function useLoadAhead(): void {
  const drawn = useListDrawn();
  useEffect(() => {
    if (drawn) {
      import("../conversation/ConversationView").catch(() => undefined);
    }
  }, [drawn]);
}
