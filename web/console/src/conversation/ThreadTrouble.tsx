import type { WidgetError } from "@chask/client";
import { useState, type ReactElement } from "react";
import { useClient, useClientState } from "../shell/client";
import { LoadFailure } from "../shell/LoadFailure";
import { useTexts } from "../shell/words";
import { texts } from "./texts";

/// Why messages of a conversation are not there; nothing when they are, or are on their way for the first time.
export function useTrouble(id: string): WidgetError | undefined {
  return useClientState(({ troubles }) => troubles.get(id));
}

/// Says what is not there and why, and asks again. Stays until it has come.
export function ThreadTrouble({
  id,
  error,
  missing,
}: {
  readonly id: string;
  readonly error: WidgetError;
  readonly missing: "notLoaded" | "earlierNotLoaded";
}): ReactElement {
  const t = useTexts(texts);
  const client = useClient();
  const [asking, setAsking] = useState(false);
  const ask = (): void => {
    setAsking(true);
    client
      .loadHistory(id)
      // It is said here.
      .catch(() => undefined)
      .finally(() => setAsking(false));
  };
  return (
    <div className="thread-trouble">
      <LoadFailure what={t(missing)} error={error} isFetching={asking} onRetry={ask} />
    </div>
  );
}
