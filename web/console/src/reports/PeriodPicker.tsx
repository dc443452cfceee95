import { Button } from "@mantine/core";
import { useId, useState, type ReactElement, type SyntheticEvent } from "react";
import { replaceRoute, reportsHref } from "../shell/route";
import { useTexts } from "../shell/words";
import { isRange, mostDays, presetOf, presets, type Range } from "./range";
import { texts } from "./texts";
import "./period.css";

/// Which days: the last week, month or quarter with one click, or any others.
export function PeriodPicker({
  named,
  range,
}: {
  /// As in the address.
  readonly named: string | undefined;
  readonly range: Range;
}): ReactElement {
  const t = useTexts(texts);
  const preset = presetOf(named);
  const [own, setOwn] = useState(preset === undefined);
  const [before, setBefore] = useState(named);
  if (named !== before) {
    setBefore(named);
    setOwn(preset === undefined);
  }
  return (
    <div className="period">
      <nav className="period-presets" aria-label={t("period")}>
        {presets.map((days) => (
          <a
            key={days}
            href={reportsHref(String(days))}
            aria-current={!own && days === preset ? "true" : undefined}
            onClick={() => setOwn(false)}
          >
            {t("lastDays", { days })}
          </a>
        ))}
        <button type="button" aria-expanded={own} data-current={own} onClick={() => setOwn(!own)}>
          {t("ownDays")}
        </button>
      </nav>
      {own ? <OwnPeriod range={range} /> : null}
    </div>
  );
}

function OwnPeriod({ range }: { readonly range: Range }): ReactElement {
  const t = useTexts(texts);
  const [from, setFrom] = useState(range.from);
  const [to, setTo] = useState(range.to);
  const [faulty, setFaulty] = useState(false);
  const [before, setBefore] = useState(range);
  // The form stays, and whoever has pressed its button stays there.
  if (range !== before) {
    setBefore(range);
    setFrom(range.from);
    setTo(range.to);
  }
  const fault = useId();
  const show = (event: SyntheticEvent): void => {
    event.preventDefault();
    const fits = isRange(from, to);
    setFaulty(!fits);
    if (fits) {
      replaceRoute(reportsHref(`${from}_${to}`));
    }
  };
  const field = (label: string, value: string, change: (value: string) => void): ReactElement => (
    <label>
      {label}
      <input
        className="plain-input small"
        type="date"
        value={value}
        required
        aria-invalid={faulty}
        aria-describedby={faulty ? fault : undefined}
        onChange={(event) => change(event.currentTarget.value)}
      />
    </label>
  );
  return (
    <form className="period-own" onSubmit={show} noValidate>
      {field(t("from"), from, setFrom)}
      {field(t("to"), to, setTo)}
      <Button type="submit" size="xs">
        {t("show")}
      </Button>
      <p id={fault} className="period-fault" role="alert">
        {faulty ? t("badDays", { days: mostDays }) : ""}
      </p>
    </form>
  );
}
