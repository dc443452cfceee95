import type { InboxRow as Row } from "@chask/client";
import { AtSign, Clock, CornerUpLeft, Paperclip, Pencil, type LucideIcon } from "lucide-react";
import { memo, type FunctionComponent, type ReactElement } from "react";
import { useDraftText } from "../conversation/DraftsProvider";
import { fullTime, relativeTime } from "../shell/format";
import { conversationHref } from "../shell/route";
import { useWords } from "../shell/words";
import { Avatar } from "./Avatar";
import { initials, visitorName } from "./visitorName";

interface InboxRowProps {
  readonly row: Row;
  readonly now: Date;
  readonly chosen: boolean;
}

/// One conversation of the list: who, when, the last words, whether something waits.
export const InboxRow: FunctionComponent<InboxRowProps> = memo(function InboxRow({
  row,
  now,
  chosen,
}: InboxRowProps): ReactElement {
  const words = useWords();
  const name = visitorName(row.visitor, words);
  return (
    <a
      className="inbox-row"
      href={conversationHref(row.id)}
      aria-current={chosen ? "true" : undefined}
      data-unread={row.unread > 0}
    >
      <Avatar id={row.visitor.id} name={row.visitor.name ?? row.visitor.email} />
      <span className="inbox-row-text">
        <span className="inbox-row-head">
          <bdi className="inbox-row-name cut">{name}</bdi>
          <time dateTime={row.timestamp.toISOString()} title={fullTime(row.timestamp, words)}>
            {relativeTime(row.timestamp, now, words)}
          </time>
        </span>
        <span className="inbox-row-foot">
          <Preview row={row} />
          <span className="inbox-row-marks">
            {row.mentioned ? <Mark icon={AtSign} label={words.t("inbox.mentioned")} /> : null}
            {row.snoozedUntil === undefined ? null : (
              <Mark
                icon={Clock}
                label={words.t("work.snoozedUntil", { time: fullTime(row.snoozedUntil, words) })}
              />
            )}
            {row.assignee === undefined ? null : <Assignee name={row.assignee.name} />}
            {row.unread > 0 ? <Unread count={row.unread} /> : null}
          </span>
        </span>
      </span>
    </a>
  );
});

function Mark({ icon: Icon, label }: { readonly icon: LucideIcon; readonly label: string }): ReactElement {
  return (
    <span className="row-mark" title={label}>
      <Icon size={14} aria-hidden="true" />
      <span className="visually-hidden">{label}</span>
    </span>
  );
}

function Assignee({ name }: { readonly name: string }): ReactElement {
  const { t } = useWords();
  const label = t("work.assignedTo", { name });
  return (
    <span className="row-assignee" title={label} data-initials={initials(name)}>
      <span className="visually-hidden">{label}</span>
    </span>
  );
}

function Unread({ count }: { readonly count: number }): ReactElement {
  const words = useWords();
  return (
    <span className="unread">
      <span aria-hidden="true">{count > 99 ? "99+" : count}</span>
      <span className="visually-hidden">{words.count(count, "inbox.unread.one", "inbox.unread.other")}</span>
    </span>
  );
}

function Preview({ row }: { readonly row: Row }): ReactElement {
  const { t } = useWords();
  const draft = useDraftText(row.id);
  if (row.typing) {
    return <span className="inbox-row-preview is-typing">{t("inbox.typing")}</span>;
  }
  if (draft.trim() !== "") {
    return (
      <span className="inbox-row-preview">
        <Pencil size={12} aria-hidden="true" /> <span className="is-draft">{t("inbox.draft")}</span>{" "}
        <bdi>{twoLines(draft)}</bdi>
      </span>
    );
  }
  return (
    <span className="inbox-row-preview">
      {row.sender === "agent" ? <ReplyMark /> : null}
      {row.preview === "" ? (
        <>
          <Paperclip size={12} aria-hidden="true" /> {t("inbox.attachment")}
        </>
      ) : (
        <bdi>{twoLines(row.preview)}</bdi>
      )}
    </span>
  );
}

/// About as much as two lines of a row hold.
const most = 72;

function twoLines(text: string): string {
  return text.length <= most
    ? text
    : `${Array.from(text.slice(0, 2 * most))
        .slice(0, most)
        .join("")
        .trimEnd()}…`;
}

function ReplyMark(): ReactElement {
  const { t } = useWords();
  return (
    <>
      <CornerUpLeft size={12} aria-hidden="true" />
      <span className="visually-hidden">{t("inbox.replied")}</span>{" "}
    </>
  );
}
