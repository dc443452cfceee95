import { Suspense, type ReactElement, type ReactNode } from "react";
import { Boundary } from "./Boundary";
import { useNotices } from "./Notices";
import { unloadedNotice } from "./unloaded";
import { useWords } from "./words";

/// What opens when it is asked for, and is loaded for it. One that does not come leaves a word and takes nothing else away.
export function OnDemand({
  fallback,
  onClose,
  children,
}: {
  /// Shown until it is there.
  readonly fallback?: ReactNode;
  /// It is as if it had been closed.
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactElement {
  const words = useWords();
  const show = useNotices();
  const excuse = (): void => {
    onClose();
    show(unloadedNotice(words));
  };
  return (
    <Boundary onBroken={excuse}>
      <Suspense fallback={fallback}>{children}</Suspense>
    </Boundary>
  );
}
