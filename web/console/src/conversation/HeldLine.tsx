import { Undo2 } from "lucide-react";
import type { ReactElement } from "react";
import { useClient } from "../shell/client";
import { useNow } from "../shell/now";
import { useWords } from "../shell/words";
import { useDrafts } from "./DraftsProvider";
import { takeBack } from "./held";

/// Under a message that can still be taken back: when it goes, and the way back.
export function HeldLine({
  conversation,
  id,
  due,
}: {
  readonly conversation: string;
  readonly id: string;
  /// Milliseconds since 1970.
  readonly due: number;
}): ReactElement {
  const { t } = useWords();
  const client = useClient();
  const drafts = useDrafts();
  const now = useNow(250);
  const seconds = Math.max(1, Math.ceil((due - now.getTime()) / 1000));
  return (
    <div className="held-line">
      <span className="held-count" aria-hidden="true">
        {t("message.held", { seconds })}
      </span>
      <output className="visually-hidden">{t("message.heldTold")}</output>
      <button
        type="button"
        className="text-button"
        title={t("message.undoKeys")}
        onClick={() => takeBack(client, drafts, conversation, id)}
      >
        <Undo2 size={14} aria-hidden="true" /> {t("message.undo")}
      </button>
    </div>
  );
}
