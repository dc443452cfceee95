import { ArrowUp, AtSign } from "lucide-react";
import type { ReactElement } from "react";
import { useTexts, useWords } from "../shell/words";
import { texts } from "./texts";

/// Lead to what the agent should see and has out of sight; undefined where there is nothing.
export function WaysUp({
  onUnread,
  onMention,
}: {
  readonly onUnread: (() => void) | undefined;
  readonly onMention: (() => void) | undefined;
}): ReactElement {
  const { t } = useWords();
  const own = useTexts(texts);
  return (
    <div className="ways-up">
      {onUnread === undefined ? null : (
        <button type="button" className="to-end" onClick={onUnread}>
          {t("conversation.toUnread")}
          <ArrowUp size={16} aria-hidden="true" />
        </button>
      )}
      {onMention === undefined ? null : (
        <button type="button" className="to-end" onClick={onMention}>
          {own("toMention")}
          <AtSign size={16} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
