import { ActionIcon, Skeleton } from "@mantine/core";
import { ArrowLeft } from "lucide-react";
import { useMemo, type ReactElement } from "react";
import { useDeskTitle } from "../inbox/useDeskTitle";
import { LoadProblem, type Asked } from "../settings/form/LoadProblem";
import { ConnectionBanner } from "../shell/ConnectionBanner";
import { useNow } from "../shell/now";
import { inboxHref, settingsHref } from "../shell/route";
import { useTexts } from "../shell/words";
import { Cards } from "./Cards";
import { PeriodPicker } from "./PeriodPicker";
import { rangeOf, today, type Range } from "./range";
import { texts } from "./texts";
import { useZone, type Zone } from "./zone";
import "./reports.css";

/// What happened, in figures, for admins and owners.
export function Reports({ named }: { readonly named: string | undefined }): ReactElement {
  const t = useTexts(texts);
  useDeskTitle(t("title"));
  const { zone, query } = useZone();
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
          {zone === undefined ? <Waiting query={query} /> : <Page named={named} zone={zone} />}
        </div>
      </main>
      <ConnectionBanner />
    </div>
  );
}

function Waiting({ query }: { readonly query: Asked }): ReactElement {
  return query.error === null ? <CardSkeletons /> : <LoadProblem of={[query]} />;
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
  return useMemo(() => rangeOf(named, day, timeZone), [named, day, timeZone]);
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
