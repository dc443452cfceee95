import { CircleCheck, Inbox } from "lucide-react";
import type { ReactElement } from "react";
import { useWords } from "../shell/words";
import type { InboxFilter } from "./InboxColumn";

/// What stands where no conversation is.
export function EmptyList({ filter }: { readonly filter: InboxFilter }): ReactElement {
  const { t } = useWords();
  const open = filter === "open";
  return (
    <div className="inbox-list empty">
      {open ? <Inbox size={28} className="quiet-icon" /> : <CircleCheck size={28} className="quiet-icon" />}
      <p className="empty-title">{t(open ? "inbox.openEmpty" : "inbox.resolvedEmpty")}</p>
      <p className="empty-hint">{t(open ? "inbox.openEmptyHint" : "inbox.resolvedEmptyHint")}</p>
    </div>
  );
}
