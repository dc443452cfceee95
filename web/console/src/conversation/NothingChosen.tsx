import { Kbd } from "@mantine/core";
import { MessagesSquare } from "lucide-react";
import type { ReactElement } from "react";
import { useDeskTitle } from "../inbox/useDeskTitle";
import { splitText } from "../shell/locale";
import { useWords } from "../shell/words";
import "./conversation.css";

/// The middle column before a conversation is chosen.
export function NothingChosen(): ReactElement {
  const { t } = useWords();
  useDeskTitle(t("inbox.title"));
  const keys: Readonly<Record<string, string>> = { next: "j", previous: "k" };
  return (
    <div className="thread empty">
      <MessagesSquare size={32} className="quiet-icon" />
      <p className="empty-title">{t("conversation.none")}</p>
      <p className="empty-hint">
        {splitText(t("conversation.noneHint")).map((part) =>
          part.place ? <Kbd key={part.value}>{keys[part.value]}</Kbd> : part.value,
        )}
      </p>
    </div>
  );
}
