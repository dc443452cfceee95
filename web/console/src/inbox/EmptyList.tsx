import { CircleCheck, Inbox } from "lucide-react";
import type { ReactElement } from "react";
import type { Key } from "../shell/locale";
import { useWords } from "../shell/words";
import type { Shown, View } from "./views";

const texts: Readonly<Record<View, readonly [Key, Key]>> = {
  mine: ["inbox.mineEmpty", "inbox.mineEmptyHint"],
  unassigned: ["inbox.unassignedEmpty", "inbox.unassignedEmptyHint"],
  all: ["inbox.openEmpty", "inbox.openEmptyHint"],
  resolved: ["inbox.resolvedEmpty", "inbox.resolvedEmptyHint"],
  snoozed: ["inbox.snoozedEmpty", "inbox.snoozedEmptyHint"],
  mentions: ["inbox.mentionsEmpty", "inbox.mentionsEmptyHint"],
};

/// What stands where no conversation is.
export function EmptyList({ shown }: { readonly shown: Shown }): ReactElement {
  const { t } = useWords();
  const narrowed = (shown.tag ?? shown.assignee ?? shown.team) !== undefined;
  const [title, hint] = narrowed
    ? (["inbox.filterEmpty", "inbox.filterEmptyHint"] as const)
    : texts[shown.view];
  const Icon = shown.view === "all" || shown.view === "mine" ? Inbox : CircleCheck;
  return (
    <div className="inbox-list empty">
      <Icon size={28} className="quiet-icon" />
      <p className="empty-title">{t(title)}</p>
      <p className="empty-hint">{t(hint)}</p>
    </div>
  );
}
