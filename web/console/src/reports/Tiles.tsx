import { Skeleton } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useTexts, useWords } from "../shell/words";
import { amount, duration, growth, percent } from "./amounts";
import type { ConversationTotal, Report, SatisfactionTotal } from "./api";
import { averageOf, countOf, shareOf } from "./scores";
import { texts } from "./texts";

type Totals<Total> = Pick<Report<unknown, Total>, "total" | "before">;

interface Asked<Total> extends Pick<
  UseQueryResult<{ readonly report: Totals<Total> }>,
  "data" | "error" | "isPlaceholderData"
> {}

/// The period in five figures, each beside the period before; those of a report that cannot be had are left out.
export function Tiles({
  conversations,
  satisfaction,
}: {
  readonly conversations: Asked<ConversationTotal>;
  readonly satisfaction: Asked<SatisfactionTotal>;
}): ReactElement | null {
  const busy = [conversations, satisfaction].some(
    ({ data, error, isPlaceholderData }) => isPlaceholderData || (data === undefined && error === null),
  );
  const gone = [conversations, satisfaction].every(({ data, error }) => data === undefined && error !== null);
  return gone ? null : (
    <dl className="report-tiles" aria-busy={busy}>
      {conversations.data === undefined ? (
        <Places of={conversations} tiles={4} />
      ) : (
        <Work {...conversations.data.report} />
      )}
      {satisfaction.data === undefined ? (
        <Places of={satisfaction} tiles={1} />
      ) : (
        <Satisfied {...satisfaction.data.report} />
      )}
    </dl>
  );
}

/// Where the figures will stand, at their size, while they come.
function Places({
  of,
  tiles,
}: {
  readonly of: Pick<Asked<unknown>, "error">;
  readonly tiles: number;
}): readonly ReactElement[] {
  return Array.from({ length: of.error === null ? tiles : 0 }, (_, place) => (
    <div key={place} className="report-tile" aria-hidden="true">
      <dt>&nbsp;</dt>
      <dd>
        <strong>
          <Skeleton height={24} width="45%" my={4} />
        </strong>
        <span>&nbsp;</span>
        <span>&nbsp;</span>
      </dd>
    </div>
  ));
}

function Work({ total, before }: Totals<ConversationTotal>): ReactElement {
  const t = useTexts(texts);
  return (
    <>
      <Tile label={t("opened")} now={total.opened} before={before.opened} />
      <Tile label={t("resolved")} now={total.resolved} before={before.resolved} />
      <Tile
        label={`${t("firstResponse")} · ${t("median")}`}
        now={total.firstResponse?.median}
        before={before.firstResponse?.median}
        time
      />
      <Tile
        label={`${t("resolution")} · ${t("median")}`}
        now={total.resolution?.median}
        before={before.resolution?.median}
        time
      />
    </>
  );
}

/// A share says little without how many it is of.
function Satisfied({ total, before }: Totals<SatisfactionTotal>): ReactElement {
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
        {then === undefined ? null : <span>{t("shareBefore", { share: percent(then, locale) })}</span>}
      </dd>
    </div>
  );
}

function Tile({
  label,
  now,
  before,
  time = false,
}: {
  readonly label: string;
  readonly now: number | undefined;
  readonly before: number | undefined;
  readonly time?: boolean;
}): ReactElement {
  const { locale } = useWords();
  const t = useTexts(texts);
  const change = growth(now, before);
  const values = { share: percent(Math.abs(change ?? 0), locale) };
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
