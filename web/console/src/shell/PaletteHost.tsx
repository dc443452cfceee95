import { useState, type ReactElement } from "react";
import type { Account } from "../account/AccountGate";
import { OnDemand } from "./OnDemand";
import { part } from "./part";
import { hasDialog, useControlK, useShortcuts } from "./shortcuts";

const Palette = part(async () => (await import("../palette/Palette")).Palette);
const ShortcutsHelp = part(async () => (await import("../palette/ShortcutsHelp")).ShortcutsHelp);

/// The command palette and the list of keys, each loaded when it is first asked for.
export function PaletteHost({ account }: { readonly account: Account }): ReactElement | null {
  const [shown, setShown] = useState<"palette" | "help">();
  const close = (): void => setShown(undefined);
  useControlK(() => {
    // Over another dialog it would be closed together with that by one Escape.
    if (shown !== undefined || !hasDialog()) {
      setShown(shown === "palette" ? undefined : "palette");
    }
  });
  useShortcuts({ "?": () => setShown("help") });
  return shown === undefined ? null : (
    <OnDemand key={shown} onClose={close}>
      {shown === "palette" ? (
        <Palette account={account} onClose={close} />
      ) : (
        <ShortcutsHelp onClose={close} />
      )}
    </OnDemand>
  );
}
