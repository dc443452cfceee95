import type { ReactElement } from "react";
import { useTexts, useWords } from "../shell/words";
import { amount, duration, growth, percent } from "./amounts";
import type { ConversationTotal, Report, SatisfactionTotal } from "./api";
import { averageOf, countOf, shareOf } from "./scores";
import { texts } from "./texts";

/// The period in five figures, each beside the days before.
export function Tiles({
  total,
  before,
  satisfaction,
  days,
}: {
  readonly total: ConversationTotal;
  readonly before: ConversationTotal;
  readonly satisfaction: Report<unknown, SatisfactionTotal>;
  readonly days: number;
}): ReactElement {
  const t = useTexts(texts);
  return (
    <dl className="report-tiles">
      <Tile label={t("opened")} now={total.opened} before={before.opened} days={days} />
      <Tile label={t("resolved")} now={total.resolved} before={before.resolved} days={days} />
      <Tile
        label={`${t("firstResponse")} · ${t("median")}`}
        now={total.firstResponse?.median}
        before={before.firstResponse?.median}
        days={days}
        time
      />
      <Tile
        label={`${t("resolution")} · ${t("median")}`}
        now={total.resolution?.median}
        before={before.resolution?.median}
        days={days}
        time
      />
      <Satisfied {...satisfaction} days={days} />
    </dl>
  );
}

/// A share says little without how many it is of.
function Satisfied({
  total,
  before,
  days,
}: Pick<Report<unknown, SatisfactionTotal>, "total" | "before"> & { readonly days: number }): ReactElement {
  const { locale } = useWords();
  const t = useTexts(texts);
  const now = shareOf(total.scores);
  const then = shareOf(before.scores);
  const of = {
    count: amount(countOf(total.scores), locale),
    average: amount(averageOf(total.scores) ?? 0, locale),
  };
  return (
    <div className="report-tile">
      <dt>{t("satisfied")}</dt>
      <dd>
        <strong>{now === undefined ? t("noTime") : percent(now, locale)}</strong>
        <span>{now === undefined ? t("noRatings") : t("ofRatings", of)}</span>
        {then === undefined ? null : <span>{t("shareBefore", { share: percent(then, locale), days })}</span>}
      </dd>
    </div>
  );
}

function Tile({
  label,
  now,
  before,
  days,
  time = false,
}: {
  readonly label: string;
  readonly now: number | undefined;
  readonly before: number | undefined;
  readonly days: number;
  readonly time?: boolean;
}): ReactElement {
  const { locale } = useWords();
  const t = useTexts(texts);
  const change = growth(now, before);
  const values = { share: percent(Math.abs(change ?? 0), locale), days };
  const shown = time ? duration(now ?? 0, locale) : amount(now ?? 0, locale);
  return (
    <div className="report-tile">
      <dt>{label}</dt>
      <dd>
        <strong>{now === undefined ? t("noTime") : shown}</strong>
        <span>{t(comparison(change, time), values)}</span>
      </dd>
    </div>
  );
}

function comparison(
  change: number | undefined,
  time: boolean,
): "more" | "fewer" | "longer" | "shorter" | "same" | "noneBefore" {
  if (change === undefined) {
    return "noneBefore";
  }
  if (Math.abs(change) < 0.0005) {
    return "same";
  }
  if (time) {
    return change > 0 ? "longer" : "shorter";
  }
  return change > 0 ? "more" : "fewer";
}
