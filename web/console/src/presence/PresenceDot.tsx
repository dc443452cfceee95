import type { ReactElement } from "react";
import { useWords } from "../shell/words";
import { presenceKeys, usePresenceOf } from "./usePresence";

/// Whether a colleague can be reached: a full, half or empty dot, with the word for whoever does not see it.
export function PresenceDot({ agentId }: { readonly agentId: string }): ReactElement {
  const { t } = useWords();
  const state = usePresenceOf(agentId);
  const word = t(presenceKeys[state]);
  return (
    <span className="presence-dot" data-state={state} title={word}>
      <span className="visually-hidden">{word}</span>
    </span>
  );
}
