import { ActionIcon, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { useMemo, type ReactElement } from "react";
import { ProblemAlert } from "../settings/form/SaveBar";
import { refusalText } from "../settings/problems";
import { ConnectionBanner } from "../shell/ConnectionBanner";
import { useNow } from "../shell/now";
import { inboxHref, settingsHref } from "../shell/route";
import { usePageTitle } from "../shell/title";
import { useTexts, useWords } from "../shell/words";
import { conversationReport, funnelReport, givenRatings, messageReport, satisfactionReport } from "./api";
import { Conversations, Messages, Times } from "./Charts";
import { Funnel } from "./Funnel";
import { PeriodPicker } from "./PeriodPicker";
import { daysOf, rangeOf, today, type Range } from "./range";
import { Said } from "./Said";
import { Satisfaction } from "./Satisfaction";
import { texts } from "./texts";
import { Tiles } from "./Tiles";
import { useZone, type Zone } from "./zone";
import "./reports.css";

/// What happened, in figures, for admins and owners.
export function Reports({ named }: { readonly named: string | undefined }): ReactElement {
  const t = useTexts(texts);
  usePageTitle(t("title"));
  const { zone, error } = useZone();
  return (
    <div className="reports">
      <header className="column-head">
        <ActionIcon component="a" href={inboxHref} aria-label={t("back")}>
          <ArrowLeft size={20} />
        </ActionIcon>
        <h1 className="reports-title">{t("title")}</h1>
      </header>
      <main className="reports-main" tabIndex={-1}>
        <div className="reports-page">
          {zone === undefined ? <Waiting error={error} /> : <Page named={named} zone={zone} />}
        </div>
      </main>
      <ConnectionBanner />
    </div>
  );
}

function Waiting({ error }: { readonly error: Error | null }): ReactElement {
  const words = useWords();
  return error === null ? <CardSkeletons /> : <ProblemAlert text={refusalText(error, words)} />;
}

function Page({ named, zone }: { readonly named: string | undefined; readonly zone: Zone }): ReactElement {
  const t = useTexts(texts);
  const range = useRange(named, zone.name);
  const place = { zone: zone.name.replaceAll("_", " ") };
  return (
    <>
      <PeriodPicker named={named} range={range} />
      <p className="reports-zone">
        {t(zone.own ? "zone" : "zoneHere", place)}{" "}
        {zone.own ? null : <a href={settingsHref("organization")}>{t("setZone")}</a>}
      </p>
      <Cards range={range} />
    </>
  );
}

function useRange(named: string | undefined, timeZone: string): Range {
  // Anew only when the day changes.
  const day = today(useNow(60_000), timeZone);
  return useMemo(() => rangeOf(named, new Date(`${day}T12:00:00`), timeZone), [named, day, timeZone]);
}

function Cards({ range }: { readonly range: Range }): ReactElement {
  const words = useWords();
  const conversations = useQuery({
    queryKey: ["reports", "conversations", range],
    queryFn: async () => conversationReport(range),
  });
  const messages = useQuery({
    queryKey: ["reports", "messages", range],
    queryFn: async () => messageReport(range),
  });
  const funnel = useQuery({
    queryKey: ["reports", "funnel", range],
    queryFn: async () => funnelReport(range),
  });
  const satisfaction = useQuery({
    queryKey: ["reports", "satisfaction", range],
    queryFn: async () => satisfactionReport(range),
  });
  const said = useQuery({
    queryKey: ["reports", "ratings", range],
    queryFn: async () => givenRatings(range),
  });
  const error = conversations.error ?? messages.error ?? funnel.error ?? satisfaction.error ?? said.error;
  if (error !== null) {
    return <ProblemAlert text={refusalText(error, words)} />;
  }
  if (
    conversations.data === undefined ||
    messages.data === undefined ||
    funnel.data === undefined ||
    satisfaction.data === undefined ||
    said.data === undefined
  ) {
    return <CardSkeletons />;
  }
  const { rows, total, before } = conversations.data;
  return (
    <>
      <Tiles total={total} before={before} satisfaction={satisfaction.data} days={daysOf(range)} />
      <div className="report-cards">
        <Conversations range={range} rows={rows} />
        <Times of="firstResponse" range={range} rows={rows} />
        <Times of="resolution" range={range} rows={rows} />
        <Messages range={range} rows={messages.data.rows} />
        <Funnel range={range} report={funnel.data} />
        <Satisfaction range={range} rows={satisfaction.data.rows} />
        <Said range={range} rows={said.data} />
      </div>
    </>
  );
}

function CardSkeletons(): ReactElement {
  const t = useTexts(texts);
  return (
    <output className="report-skeletons" aria-busy="true" aria-label={t("loading")}>
      <Skeleton height={88} />
      <Skeleton height={280} />
      <Skeleton height={280} />
    </output>
  );
}
