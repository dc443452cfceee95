import { Skeleton } from "@mantine/core";
import { keepPreviousData, useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { ReactElement, ReactNode } from "react";
import { LoadProblem } from "../settings/form/LoadProblem";
import { useTexts } from "../shell/words";
import { conversationReport, funnelReport, givenRatings, messageReport, satisfactionReport } from "./api";
import { Outdated } from "./Card";
import { Conversations, Messages, Times } from "./Charts";
import { Funnel } from "./Funnel";
import { isGrowing, type Range } from "./range";
import { Said } from "./Said";
import { Satisfaction } from "./Satisfaction";
import { texts } from "./texts";
import { Tiles } from "./Tiles";

/// How often figures that still grow are asked for.
const freshMilliseconds = 60_000;

/// The figures of a period. Each report is asked for on its own: one that does not come takes no other away, and one that
/// cannot be asked for again stays as it was. Those of the period before stay until the new ones are there.
export function Cards({ range: wanted }: { readonly range: Range }): ReactElement {
  const t = useTexts(texts);
  const conversations = useReport("conversations", wanted, conversationReport);
  const messages = useReport("messages", wanted, messageReport);
  const funnel = useReport("funnel", wanted, funnelReport);
  const satisfaction = useReport("satisfaction", wanted, satisfactionReport);
  const said = useReport("ratings", wanted, givenRatings);
  const old = [conversations, messages, funnel, satisfaction, said].filter(({ data }) => data !== undefined);
  return (
    <>
      <LoadProblem of={old} />
      <Tiles conversations={conversations} satisfaction={satisfaction} />
      <div className="report-cards">
        <Asked title={t("conversations")} query={conversations} cards={3}>
          {({ range, report: { rows } }) => (
            <>
              <Conversations range={range} rows={rows} />
              <Times of="firstResponse" range={range} rows={rows} />
              <Times of="resolution" range={range} rows={rows} />
            </>
          )}
        </Asked>
        <Asked title={t("messages")} query={messages}>
          {({ range, report: { rows } }) => <Messages range={range} rows={rows} />}
        </Asked>
        <Asked title={t("funnel")} query={funnel}>
          {({ range, report }) => <Funnel range={range} report={report} />}
        </Asked>
        <Asked title={t("satisfaction")} query={satisfaction}>
          {({ range, report: { rows } }) => <Satisfaction range={range} rows={rows} />}
        </Asked>
        <Asked title={t("said")} query={said}>
          {({ range, report }) => <Said range={range} given={report} />}
        </Asked>
      </div>
    </>
  );
}

/// A report with the period it is of: the one that was chosen last may be another.
interface Reported<T> {
  readonly range: Range;
  readonly report: T;
}

function useReport<T>(
  name: string,
  range: Range,
  load: (range: Range) => Promise<T>,
): UseQueryResult<Reported<T>> {
  return useQuery({
    queryKey: ["reports", name, range],
    queryFn: async () => ({ range, report: await load(range) }),
    placeholderData: keepPreviousData,
    refetchInterval: () => (isGrowing(range, new Date()) ? freshMilliseconds : false),
  });
}

/// A report once it has come; until then its place, or why it has not come and a way to ask again.
function Asked<T>({
  title,
  query,
  cards = 1,
  children,
}: {
  readonly title: string;
  readonly query: UseQueryResult<T>;
  /// How many its place is for.
  readonly cards?: number;
  readonly children: (data: T) => ReactNode;
}): ReactNode {
  const t = useTexts(texts);
  if (query.data !== undefined) {
    return <Outdated value={query.isPlaceholderData}>{children(query.data)}</Outdated>;
  }
  if (query.error === null) {
    return Array.from({ length: cards }, (_, place) => (
      <output key={place} className="report-waiting" aria-busy="true" aria-label={t("loading")}>
        <Skeleton height={252} />
      </output>
    ));
  }
  return (
    <section className="report-card" aria-label={title}>
      <header className="report-head">
        <div className="report-titles">
          <h2>{title}</h2>
        </div>
      </header>
      <LoadProblem of={[query]} />
    </section>
  );
}
