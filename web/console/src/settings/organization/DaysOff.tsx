import { ActionIcon, Button } from "@mantine/core";
import { Plus, X } from "lucide-react";
import type { ReactElement } from "react";
import { useKeptFocus } from "../../shell/useKeptFocus";
import { useTexts } from "../../shell/words";
import { Check } from "../form/Check";
import type { DayOff } from "./api";
import { texts } from "./texts";

/// Days of closed doors.
export function DaysOff({
  days,
  fault,
  onChange,
}: {
  readonly days: readonly DayOff[];
  readonly fault: string | undefined;
  readonly onChange: (days: readonly DayOff[]) => void;
}): ReactElement {
  const t = useTexts(texts);
  const kept = useKeptFocus<HTMLDivElement>();
  const changed = (index: number, part: Partial<DayOff>): void =>
    onChange(days.map((day, at) => (at === index ? { ...day, ...part } : day)));
  return (
    <div {...kept}>
      <ul className="days-off">
        {days.map(({ date, yearly }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a new day has no date yet
          <li key={index}>
            <input
              className="plain-input"
              type="date"
              aria-label={t("date")}
              value={date}
              onChange={(event) => changed(index, { date: event.currentTarget.value })}
            />
            <Check
              label={t("yearly")}
              checked={yearly}
              onChange={(wanted) => changed(index, { yearly: wanted })}
            />
            <ActionIcon
              aria-label={t("removeDay", { date })}
              onClick={() => onChange(days.filter((_, at) => at !== index))}
            >
              <X size={18} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {fault === undefined ? null : (
        <p className="week-fault" role="alert">
          {fault}
        </p>
      )}
      <Button
        variant="default"
        size="sm"
        leftSection={<Plus size={16} />}
        onClick={() => onChange([...days, { date: "", yearly: false }])}
      >
        {t("addDay")}
      </Button>
    </div>
  );
}
