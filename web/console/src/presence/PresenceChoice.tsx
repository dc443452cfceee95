import { SegmentedControl } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { api, useAgentId, useClientState } from "../shell/client";
import { useNotices } from "../shell/Notices";
import { problemText } from "../shell/problems";
import { useTexts, useWords } from "../shell/words";
import { texts } from "./texts";
import { presenceKeys, type PresenceState } from "./usePresence";

const states: readonly PresenceState[] = ["online", "away", "offline"];

/// What the agent wants to be seen as. Shown as wished at once, and as it is again when the wish is refused.
export function PresenceChoice(): ReactElement {
  const words = useWords();
  const t = useTexts(texts);
  const show = useNotices();
  const agentId = useAgentId();
  const present = useClientState((state) => state.presence.get(agentId));
  const choose = useMutation({
    mutationFn: api.choosePresence,
    onError: (thrown) => show({ text: problemText(thrown, words) }),
  });
  const stored = present?.choice ?? "online";
  const awayByItself = present?.state === "away" && stored === "online";
  return (
    <div className="presence-choice">
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t("choice")}
        value={choose.isPending ? choose.variables : stored}
        onChange={(value) => choose.mutate(states.find((state) => state === value) ?? "online")}
        data={states.map((state) => ({
          value: state,
          label: (
            <span className="presence-word">
              <span className="presence-dot" data-state={state} aria-hidden="true" />
              {words.t(presenceKeys[state])}
            </span>
          ),
        }))}
      />
      {awayByItself ? <p className="presence-hint">{t("awayByItself")}</p> : null}
    </div>
  );
}
