import type { InboxRow } from "@chask/client";
import { AtSign, Check, Clock, type LucideIcon } from "lucide-react";
import type { ReactElement } from "react";
import { fullTime } from "../shell/format";
import type { Words } from "../shell/words";
import { initials } from "./visitorName";

/// What stands at the end of a row, and how it is called.
export interface Mark {
  readonly label: string;
  readonly shown: ReactElement;
}

type Marked = Pick<InboxRow, "mentioned" | "snoozedUntil" | "assignee" | "unread">;

/// Of a row of the list, or of what a search has found.
export function marksOf(row: Marked, words: Words): readonly Mark[] {
  const marks: Mark[] = [];
  if (row.mentioned) {
    marks.push(icon(AtSign, words.t("inbox.mentioned")));
  }
  if (row.snoozedUntil !== undefined) {
    marks.push(icon(Clock, words.t("work.snoozedUntil", { time: fullTime(row.snoozedUntil, words) })));
  }
  if (row.assignee !== undefined) {
    marks.push(assignee(row.assignee.name, words));
  }
  if (row.unread > 0) {
    marks.push(unread(row.unread, words));
  }
  return marks;
}

/// Where open and resolved ones stand side by side.
export function resolvedMark({ t }: Words): Mark {
  return icon(Check, t("conversation.resolvedBadge"));
}

function icon(Icon: LucideIcon, label: string): Mark {
  const shown = (
    <span key={label} className="row-mark" title={label}>
      <Icon size={14} />
    </span>
  );
  return { label, shown };
}

function assignee(name: string, { t }: Words): Mark {
  const label = t("work.assignedTo", { name });
  const shown = <span key="assignee" className="row-assignee" title={label} data-initials={initials(name)} />;
  return { label, shown };
}

function unread(count: number, words: Words): Mark {
  const shown = (
    <span key="unread" className="unread">
      {count > 99 ? "99+" : count}
    </span>
  );
  return { label: words.count(count, "inbox.unread.one", "inbox.unread.other"), shown };
}
