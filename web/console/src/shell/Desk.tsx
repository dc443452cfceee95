import { lazy, Suspense, useEffect, useRef, type ReactElement } from "react";
import type { Account } from "../account/AccountGate";
import { NothingChosen } from "../conversation/NothingChosen";
import { InboxColumn } from "../inbox/InboxColumn";
import type { Shown } from "../inbox/views";
import { Boundary } from "./Boundary";
import { ConnectionBanner } from "./ConnectionBanner";
import { loadParts } from "./part";
import { useRoute } from "./route";
import { runShortcut } from "./shortcuts";
import { useListDrawn } from "./useListDrawn";
import { useWords } from "./words";
import "./desk.css";

const ConversationView = lazy(async () => ({
  default: (await import("../conversation/ConversationView")).ConversationView,
}));

/// The three columns: list, thread, visitor. On a phone one of them at a time, by the address.
export function Desk({
  account,
  shown,
  onShow,
}: {
  readonly account: Account;
  /// The list on the left.
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
}): ReactElement {
  const { t } = useWords();
  const route = useRoute();
  const chosen = route.view === "conversation" ? route.id : undefined;
  const main = useRef<HTMLElement>(null);
  useLoadAhead();
  useFocusInThread(main, chosen);
  return (
    <div className="desk" data-view={route.view}>
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {t("shell.skip")}
      </button>
      <InboxColumn
        account={account}
        chosen={chosen}
        shown={shown}
        onShow={onShow}
        onHelp={() => runShortcut("?")}
      />
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

/// On a phone the list goes when a conversation opens: the focus must not go with it.
function useFocusInThread(main: { readonly current: HTMLElement | null }, chosen: string | undefined): void {
  useEffect(() => {
    if (chosen !== undefined && window.matchMedia("(max-width: 720px)").matches) {
      main.current?.focus();
    }
  }, [main, chosen]);
}

/// Fetches the thread's part once the list is there, so that the first conversation opens without a wait, and then what
/// else may be opened.
function useLoadAhead(): void {
  const drawn = useListDrawn();
  useEffect(() => {
    if (drawn) {
      import("../conversation/ConversationView").then(loadParts, () => undefined);
    }
  }, [drawn]);
}
