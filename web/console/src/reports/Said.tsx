import type { ReactElement } from "react";
import { conversationHref } from "../shell/route";
import { useTexts, useWords } from "../shell/words";
import { amount } from "./amounts";
import { allRatings, type GivenRating, type GivenRatings } from "./api";
import { Card } from "./Card";
import type { Range } from "./range";
import { texts } from "./texts";
import "./said.css";

/// What visitors said, one by one. Their names and words are foreign text: shown as text, and in the file no formula.
export function Said({
  range,
  given,
}: {
  readonly range: Range;
  readonly given: GivenRatings;
}): ReactElement {
  const { ratings: rows, total } = given;
  const { locale } = useWords();
  const t = useTexts(texts);
  const when = (timestamp: string): string =>
    new Intl.DateTimeFormat(locale, {
      dateStyle: "medium",
      timeStyle: "short",
      timeZone: range.timeZone,
    }).format(new Date(timestamp));
  const some = { shown: amount(rows.length, locale), total: amount(total, locale) };
  const who = ({ visitor }: GivenRating): string => visitor ?? t("someone");
  return (
    <Card
      title={t("said")}
      hint={total > rows.length ? t("saidSome", some) : t("saidHint")}
      file="ratings"
      range={range}
      rows={rows}
      all={() => allRatings(range, given)}
      keyOf={({ conversation, timestamp }) => conversation + timestamp}
      empty={rows.length === 0}
      columns={[
        { id: "time", label: t("time"), value: (row) => row.timestamp, show: (row) => when(row.timestamp) },
        { id: "score", label: t("score"), value: (row) => row.score, show: (row) => String(row.score) },
        { id: "comment", label: t("comment"), value: (row) => row.comment, show: (row) => row.comment ?? "" },
        { id: "visitor", label: t("visitor"), value: (row) => row.visitor, show: who },
        {
          id: "tags",
          label: t("tags"),
          value: ({ tags }) => tags.join("; "),
          show: ({ tags }) => tags.join(", "),
        },
        {
          id: "conversation",
          label: t("conversation"),
          value: (row) => row.conversation,
          show: (row) => row.conversation.slice(0, 8),
        },
      ]}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard */}
      <section className="report-scroll" aria-label={`${t("said")} · ${t("ratings")}`} tabIndex={0}>
        <ul className="said">
          {rows.map((row) => (
            <li key={row.conversation + row.timestamp}>
              <a href={conversationHref(row.conversation)}>
                <strong>{t("ofFive", { score: row.score })}</strong>
                <span dir="auto">{who(row)}</span>
                <time dateTime={row.timestamp}>{when(row.timestamp)}</time>
              </a>
              {row.comment === undefined ? null : <p dir="auto">{row.comment}</p>}
            </li>
          ))}
        </ul>
      </section>
    </Card>
  );
}
