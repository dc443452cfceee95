import type { ReactElement } from "react";
import { useTexts, useWords } from "../shell/words";
import { amount, percent } from "./amounts";
import type { FunnelDay, FunnelTotal, Report } from "./api";
import { Card } from "./Card";
import { number, useDayColumn } from "./Charts";
import type { Range } from "./range";
import { shareOfLoaded } from "./steps";
import { texts, type TextKey } from "./texts";
import "./funnel.css";

const steps: readonly { readonly of: keyof FunnelTotal; readonly label: TextKey }[] = [
  { of: "loaded", label: "loaded" },
  { of: "opened", label: "windowOpened" },
  { of: "started", label: "firstMessage" },
];

/// From the widget on a page to the first message.
export function Funnel({
  range,
  report: { rows, total },
}: {
  readonly range: Range;
  readonly report: Report<FunnelDay, FunnelTotal>;
}): ReactElement {
  const { locale } = useWords();
  const t = useTexts(texts);
  const most = Math.max(1, total.loaded, total.opened, total.started);
  const show = (value: number): string => amount(value, locale);
  return (
    <Card
      title={t("funnel")}
      hint={t("funnelHint")}
      file="widget"
      range={range}
      rows={rows}
      empty={total.loaded + total.opened + total.started === 0}
      columns={[
        useDayColumn(),
        number<FunnelDay>("widget_loaded", t("loaded"), ({ loaded }) => loaded, show),
        number<FunnelDay>("widget_opened", t("windowOpened"), ({ opened }) => opened, show),
        number<FunnelDay>("conversations_started", t("firstMessage"), ({ started }) => started, show),
      ]}
    >
      <ol className="funnel">
        {steps.map(({ of, label }) => (
          <li key={of}>
            <span className="funnel-label">{t(label)}</span>
            <span className="funnel-track">
              <span className="funnel-bar" style={{ width: `${(total[of] / most) * 100}%` }} />
            </span>
            <span className="funnel-figure">
              <strong>{show(total[of])}</strong>
              {of === "loaded" ? null : <Share share={shareOfLoaded(total[of], total.loaded)} />}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Share({ share }: { readonly share: number | undefined }): ReactElement | null {
  const { locale } = useWords();
  const t = useTexts(texts);
  return share === undefined ? null : <span>{t("ofLoaded", { share: percent(share, locale) })}</span>;
}
