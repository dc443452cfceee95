import { ActionIcon, Button } from "@mantine/core";
import { Plus, X } from "lucide-react";
import type { ReactElement } from "react";
import { useKeptFocus } from "../../shell/useKeptFocus";
import { useTexts, useWords } from "../../shell/words";
import type { Span } from "./api";
import { copied, endOf, nextSpan, type Faults } from "./hours";
import { texts, type TextKey } from "./texts";

const days = [1, 2, 3, 4, 5, 6, 7] as const;

/// 2024 began on a Monday.
function nameOf(day: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(Date.UTC(2024, 0, day));
}

/// The opening hours of each weekday.
export function Week({
  week,
  faults,
  onChange,
}: {
  readonly week: readonly Span[];
  readonly faults: Faults["spans"];
  readonly onChange: (week: readonly Span[]) => void;
}): ReactElement {
  return (
    <div className="week">
      {days.map((day) => (
        <Day key={day} day={day} week={week} faults={faults} onChange={onChange} />
      ))}
    </div>
  );
}

function Day({
  day,
  week,
  faults,
  onChange,
}: {
  readonly day: number;
  readonly week: readonly Span[];
  readonly faults: Faults["spans"];
  readonly onChange: (week: readonly Span[]) => void;
}): ReactElement {
  const { locale } = useWords();
  const t = useTexts(texts);
  const kept = useKeptFocus<HTMLFieldSetElement>();
  const name = nameOf(day, locale);
  const spans = week.flatMap((span, index) => (span.day === day ? [{ span, index }] : []));
  return (
    <fieldset {...kept} className="week-day">
      <legend>{name}</legend>
      <div className="week-spans">
        {spans.length === 0 ? <p className="week-closed">{t("closed")}</p> : null}
        {spans.map(({ span, index }, place) => (
          <SpanFields
            key={place}
            span={span}
            fault={faults.get(index)}
            onChange={(next) => onChange(week.map((one, at) => (at === index ? next : one)))}
            onRemove={() => onChange(week.filter((_, at) => at !== index))}
          />
        ))}
      </div>
      <div className="week-actions">
        <ActionIcon
          aria-label={t("addSpan", { day: name })}
          onClick={() => onChange([...week, nextSpan(week, day)])}
        >
          <Plus size={18} />
        </ActionIcon>
        {day === 1 ? (
          <Button variant="subtle" size="compact-sm" onClick={() => onChange(copied(week, day))}>
            {t("copyToWeek")}
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}

function SpanFields({
  span,
  fault,
  onChange,
  onRemove,
}: {
  readonly span: Span;
  readonly fault: TextKey | undefined;
  readonly onChange: (span: Span) => void;
  readonly onRemove: () => void;
}): ReactElement {
  const t = useTexts(texts);
  return (
    <div>
      <div className="week-span">
        <input
          className="plain-input"
          type="time"
          aria-label={t("from")}
          value={span.from}
          onChange={(event) => onChange({ ...span, from: event.currentTarget.value })}
        />
        <span aria-hidden="true">–</span>
        <input
          className="plain-input"
          type="time"
          aria-label={t("to")}
          aria-invalid={fault !== undefined}
          value={span.to === "24:00" ? "00:00" : span.to}
          onChange={(event) => onChange({ ...span, to: endOf(event.currentTarget.value) })}
        />
        <ActionIcon aria-label={t("removeSpan")} onClick={onRemove}>
          <X size={18} />
        </ActionIcon>
      </div>
      {fault === undefined ? null : (
        <p className="week-fault" role="alert">
          {t(fault)}
        </p>
      )}
    </div>
  );
}
