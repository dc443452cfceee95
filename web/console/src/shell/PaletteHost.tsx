import { Suspense, useState, type ReactElement } from "react";
import type { Account } from "../account/AccountGate";
import { Boundary } from "./Boundary";
import { useNotices } from "./Notices";
import { part } from "./part";
import { hasDialog, useControlK, useShortcuts } from "./shortcuts";
import { useWords } from "./words";

const Palette = part(async () => (await import("../palette/Palette")).Palette);
const ShortcutsHelp = part(async () => (await import("../palette/ShortcutsHelp")).ShortcutsHelp);

/// The command palette and the list of keys, each loaded when it is first asked for. One that does not come leaves a word
/// and takes nothing else away.
export function PaletteHost({ account }: { readonly account: Account }): ReactElement {
  const { t } = useWords();
  const show = useNotices();
  const [shown, setShown] = useState<"palette" | "help">();
  const close = (): void => setShown(undefined);
  useControlK(() => {
    // Over another dialog it would be closed together with that by one Escape.
    if (shown !== undefined || !hasDialog()) {
      setShown(shown === "palette" ? undefined : "palette");
    }
  });
  useShortcuts({ "?": () => setShown("help") });
  const excuse = (): void => {
    close();
    show({ text: t(navigator.onLine ? "problem.unexpected" : "problem.offline") });
  };
  return (
    <Boundary key={shown} onBroken={excuse}>
      <Suspense>
        {shown === "palette" ? <Palette account={account} onClose={close} /> : null}
        {shown === "help" ? <ShortcutsHelp onClose={close} /> : null}
      </Suspense>
    </Boundary>
  );
}
