import type { ReactElement } from "react";
import { useTexts, useWords } from "../shell/words";
import { amount, dayText, dayTexts, duration, hourText } from "./amounts";
import type { ConversationDay, MessageHour, Spread } from "./api";
import { Card, type Column } from "./Card";
import { Plot, type Series } from "./Plot";
import type { Range } from "./range";
import { texts } from "./texts";

interface Of<Row> {
  readonly range: Range;
  readonly rows: readonly Row[];
}

/// Opened and resolved by day.
export function Conversations({ range, rows }: Of<ConversationDay>): ReactElement {
  const { locale } = useWords();
  const t = useTexts(texts);
  const show = (value: number): string => amount(value, locale);
  const series: readonly Series[] = [
    { label: t("opened"), kind: "bars", values: rows.map(({ opened }) => opened) },
    { label: t("resolved"), kind: "line", values: rows.map(({ resolved }) => resolved) },
  ];
  return (
    <Card
      title={t("conversations")}
      hint={t("conversationsHint")}
      file="conversations"
      range={range}
      rows={rows}
      empty={rows.every(({ opened, resolved }) => opened + resolved === 0)}
      columns={[
        useDayColumn(),
        number<ConversationDay>("opened", t("opened"), ({ opened }) => opened, show),
        number<ConversationDay>("resolved", t("resolved"), ({ resolved }) => resolved, show),
      ]}
    >
      <Plot
        label={t("chartOf", { title: t("conversations"), series: names(series) })}
        places={dayTexts(rows, locale)}
        series={series}
        format={show}
      />
    </Card>
  );
}

/// How long first answers, or resolutions, took.
export function Times({
  range,
  rows,
  of,
}: Of<ConversationDay> & { readonly of: "firstResponse" | "resolution" }): ReactElement {
  const { locale } = useWords();
  const t = useTexts(texts);
  const file = of === "resolution" ? "resolution" : "first-response";
  const took = (read: (spread: Spread) => number) => (row: ConversationDay) => {
    const spread = row[of];
    return spread === undefined ? undefined : read(spread);
  };
  const show = (value: number): string => duration(value, locale);
  const median = took((spread) => spread.median);
  const p90 = took((spread) => spread.p90);
  const counted = took((spread) => spread.count);
  const series: readonly Series[] = [
    { label: t("median"), kind: "bars", values: rows.map(median) },
    { label: t("p90"), kind: "line", values: rows.map(p90) },
  ];
  const title = t(of);
  return (
    <Card
      title={title}
      hint={t(of === "resolution" ? "resolutionHint" : "firstResponseHint")}
      file={file}
      range={range}
      rows={rows}
      empty={rows.every((row) => row[of] === undefined)}
      columns={[
        useDayColumn(),
        number("count", t(of === "resolution" ? "resolved" : "answered"), counted, (value) =>
          amount(value, locale),
        ),
        number("median_seconds", t("median"), median, show),
        number("p90_seconds", t("p90"), p90, show),
      ]}
    >
      <Plot
        label={t("chartOf", { title, series: names(series) })}
        places={dayTexts(rows, locale)}
        series={series}
        format={show}
        time
      />
    </Card>
  );
}

/// Messages of visitors and agents by the hour of the day.
export function Messages({ range, rows }: Of<MessageHour>): ReactElement {
  const { locale } = useWords();
  const t = useTexts(texts);
  const show = (value: number): string => amount(value, locale);
  const series: readonly Series[] = [
    { label: t("fromVisitors"), kind: "bars", values: rows.map(({ visitor }) => visitor) },
    { label: t("fromAgents"), kind: "line", values: rows.map(({ agent }) => agent) },
  ];
  return (
    <Card
      title={t("messages")}
      hint={t("messagesHint")}
      file="messages"
      range={range}
      rows={rows}
      empty={rows.every(({ visitor, agent }) => visitor + agent === 0)}
      columns={[
        {
          id: "hour",
          label: t("hour"),
          value: ({ hour }) => hour,
          show: ({ hour }) => hourText(hour, locale),
        },
        number<MessageHour>("visitor_messages", t("fromVisitors"), ({ visitor }) => visitor, show),
        number<MessageHour>("agent_messages", t("fromAgents"), ({ agent }) => agent, show),
      ]}
    >
      <Plot
        label={t("chartOf", { title: t("messages"), series: names(series) })}
        places={rows.map(({ hour }) => hourText(hour, locale))}
        series={series}
        format={show}
      />
    </Card>
  );
}

/// The day of a row.
export function useDayColumn(): Column<{ readonly day: string }> {
  const { locale } = useWords();
  const t = useTexts(texts);
  return {
    id: "day",
    label: t("day"),
    value: ({ day }) => day,
    show: ({ day }) => dayText(day, locale),
  };
}

/// A column of figures; empty where there is none.
export function number<Row>(
  id: string,
  label: string,
  value: (row: Row) => number | undefined,
  show: (value: number) => string,
): Column<Row> {
  return {
    id,
    label,
    value,
    show: (row) => {
      const found = value(row);
      return found === undefined ? "" : show(found);
    },
  };
}

function names(series: readonly Series[]): string {
  return series.map(({ label }) => label).join(", ");
}
