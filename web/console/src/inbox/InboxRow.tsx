import type { InboxRow as Row } from "@chask/client";
import { Paperclip, Pencil } from "lucide-react";
import { memo, type FunctionComponent, type ReactElement } from "react";
import { useDraftText } from "../conversation/DraftsProvider";
import { fullTime, relativeTime } from "../shell/format";
import { conversationHref } from "../shell/route";
import { useWords, type Words } from "../shell/words";
import { Avatar } from "./Avatar";
import { marksOf } from "./marks";
import { visitorName } from "./visitorName";

interface InboxRowProps {
  readonly row: Row;
  /// Its place in the list, in pixels.
  readonly top: number;
  readonly now: Date;
  readonly chosen: boolean;
  /// What of it is led to; its end without it.
  readonly at?: string | undefined;
}

/// One conversation of the list: who, when, the last words, whether something waits. Of few elements, since scrolling
/// makes and lays out each of them: what is heard between the name and the last words stands in one.
export const InboxRow: FunctionComponent<InboxRowProps> = memo(function InboxRow({
  row,
  top,
  now,
  chosen,
  at,
}: InboxRowProps): ReactElement {
  const words = useWords();
  const draft = useDraftText(row.id).trim();
  const name = visitorName(row.visitor, words);
  const time = relativeTime(row.timestamp, now, words);
  const marks = marksOf(row, words);
  return (
    <a
      className="inbox-row conversation-row"
      style={{ top }}
      href={conversationHref(row.id, at)}
      aria-current={chosen ? "true" : undefined}
      data-unread={row.unread > 0}
    >
      <Avatar id={row.visitor.id} name={row.visitor.name ?? row.visitor.email} />
      <time dateTime={row.timestamp.toISOString()} title={fullTime(row.timestamp, words)} aria-hidden="true">
        {time}
      </time>
      <bdi className="inbox-row-name cut">{name}</bdi>
      <span className="visually-hidden">
        {`, ${[time, ...marks.map(({ label }) => label), ...prefix(row, draft, words)].join(", ")} `}
      </span>
      {marks.length === 0 ? null : (
        <span className="inbox-row-marks" aria-hidden="true">
          {marks.map(({ shown }) => shown)}
        </span>
      )}
      <Preview row={row} draft={draft} />
    </a>
  );
});

/// What the arrow before the last words says.
function prefix(row: Row, draft: string, { t }: Words): readonly string[] {
  return row.sender === "agent" && !row.typing && draft === "" ? [t("inbox.replied")] : [];
}

function Preview({ row, draft }: { readonly row: Row; readonly draft: string }): ReactElement {
  const { t } = useWords();
  if (row.typing) {
    return <span className="inbox-row-preview is-typing">{t("inbox.typing")}</span>;
  }
  if (draft !== "") {
    return (
      <span className="inbox-row-preview">
        <Pencil size={12} /> <span className="is-draft">{t("inbox.draft")}</span> <bdi>{twoLines(draft)}</bdi>
      </span>
    );
  }
  return (
    <span className="inbox-row-preview" data-sender={row.sender}>
      {row.preview === "" ? (
        <>
          <Paperclip size={12} /> {t("inbox.attachment")}
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
