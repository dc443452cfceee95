import { lazy, Suspense, useState, type ReactElement } from "react";
import type { Account } from "../account/AccountGate";
import { useControlK, useShortcuts } from "./shortcuts";

const Palette = lazy(async () => ({ default: (await import("../palette/Palette")).Palette }));
const ShortcutsHelp = lazy(async () => ({
  default: (await import("../palette/ShortcutsHelp")).ShortcutsHelp,
}));

/// The command palette and the list of keys, each loaded when it is first asked for.
export function PaletteHost({ account }: { readonly account: Account }): ReactElement {
  const [shown, setShown] = useState<"palette" | "help">();
  const close = (): void => setShown(undefined);
  useControlK(() => setShown((present) => (present === "palette" ? undefined : "palette")));
  useShortcuts({ "?": () => setShown("help") });
  return (
    <Suspense>
      {shown === "palette" ? <Palette account={account} onClose={close} /> : null}
      {shown === "help" ? <ShortcutsHelp onClose={close} /> : null}
    </Suspense>
  );
}
