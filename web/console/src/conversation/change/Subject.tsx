import { ActionIcon, Tooltip } from "@mantine/core";
import { Pencil, Reply, X } from "lucide-react";
import type { ReactElement } from "react";
import { useTexts } from "../../shell/words";
import type { ReplyDraft } from "../draft";
import { texts } from "./texts";
import "./change.css";

/// What the text in the composer is about, above it: the message that is edited, or the one that is answered.
export function Subject({
  draft,
  name,
  onLeave,
}: {
  readonly draft: ReplyDraft;
  /// Whose message is answered.
  readonly name: string;
  readonly onLeave: () => unknown;
}): ReactElement {
  const t = useTexts(texts);
  const { editing, replyTo } = draft;
  const leave = t(editing === undefined ? "dropQuote" : "stopEditing");
  return (
    <div className="composer-subject" role="note">
      {editing === undefined ? (
        <Reply size={16} aria-hidden="true" />
      ) : (
        <Pencil size={16} aria-hidden="true" />
      )}
      <span className="composer-subject-text">
        <strong>{editing === undefined ? t("replying", { name }) : t("editing")}</strong>
        <bdi className="cut">{editing === undefined ? replyTo?.preview : t("editingHint")}</bdi>
      </span>
      <Tooltip label={leave}>
        <ActionIcon size={28} variant="subtle" aria-label={leave} onClick={onLeave}>
          <X size={16} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
