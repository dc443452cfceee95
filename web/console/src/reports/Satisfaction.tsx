import type { ReactElement } from "react";
import { useTexts, useWords } from "../shell/words";
import { amount, dayTexts, percent } from "./amounts";
import type { SatisfactionDay } from "./api";
import { Card, type Column } from "./Card";
import { number, useDayColumn } from "./Charts";
import { Plot, type Series } from "./Plot";
import type { Range } from "./range";
import { averageOf, countOf, satisfiedOf, scores, shareOf } from "./scores";
import { texts } from "./texts";

/// What visitors have said of resolved conversations, by day.
export function Satisfaction({
  range,
  rows,
}: {
  readonly range: Range;
  readonly rows: readonly SatisfactionDay[];
}): ReactElement {
  const { locale } = useWords();
  const t = useTexts(texts);
  const show = (value: number): string => amount(value, locale);
  const series: readonly Series[] = [
    { label: t("satisfied"), kind: "bars", values: rows.map((row) => satisfiedOf(row.scores)) },
    { label: t("ratings"), kind: "line", values: rows.map((row) => countOf(row.scores)) },
  ];
  const columns: readonly Column<SatisfactionDay>[] = [
    useDayColumn(),
    number("ratings", t("ratings"), (row) => countOf(row.scores), show),
    number(
      "satisfied_share",
      t("satisfied"),
      (row) => rounded(shareOf(row.scores)),
      (value) => percent(value, locale),
    ),
    number("average", t("average"), (row) => rounded(averageOf(row.scores)), show),
    ...scores.map((score) =>
      number<SatisfactionDay>(`score_${score}`, String(score), (row) => row.scores[score - 1], show),
    ),
  ];
  return (
    <Card
      title={t("satisfaction")}
      hint={t("satisfactionHint")}
      file="satisfaction"
      range={range}
      rows={rows}
      empty={rows.every((row) => countOf(row.scores) === 0)}
      columns={columns}
    >
      <Plot
        label={t("chartOf", {
          title: t("satisfaction"),
          series: series.map(({ label }) => label).join(", "),
        })}
        places={dayTexts(rows, locale)}
        series={series}
        format={show}
      />
    </Card>
  );
}

/// Short enough for a file that people read.
function rounded(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(value * 1000) / 1000;
}
