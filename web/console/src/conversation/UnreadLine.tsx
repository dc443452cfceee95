import { useCallback, useRef, type ReactElement } from "react";
import { useWords } from "../shell/words";
import { useSight } from "./useSight";

/// Stands above the first message that the agent has missed.
export function UnreadLine({
  id,
  onSight,
}: {
  /// That message's.
  readonly id: string;
  readonly onSight: (id: string) => void;
}): ReactElement {
  const { t } = useWords();
  const line = useRef<HTMLDivElement>(null);
  useSight(
    line,
    useCallback(() => onSight(id), [onSight, id]),
  );
  return (
    <div ref={line} className="unread-line">
      {t("conversation.unreadFrom")}
    </div>
  );
}
