import { Button } from "@mantine/core";
import { MessageCircleOff } from "lucide-react";
import type { ReactElement } from "react";
import { inboxHref } from "../shell/route";
import { useWords } from "../shell/words";

/// The address names a conversation that is not there.
export function NotFound(): ReactElement {
  const { t } = useWords();
  return (
    <div className="thread empty" role="alert">
      <MessageCircleOff size={32} className="quiet-icon" />
      <p className="empty-title">{t("conversation.notFound")}</p>
      <p className="empty-hint">{t("conversation.notFoundHint")}</p>
      <Button component="a" href={inboxHref} variant="default">
        {t("conversation.back")}
      </Button>
    </div>
  );
}
