import { TextInput } from "@mantine/core";
import { useId, type ReactElement } from "react";
import { useNow } from "../../shell/now";
import { useTexts, useWords } from "../../shell/words";
import { texts } from "./texts";
import { isZone, timeZones } from "./zones";

/// A time zone, found by writing a part of its name.
export function TimeZone({
  value,
  onChange,
  fault,
}: {
  readonly value: string;
  readonly onChange: (zone: string) => void;
  readonly fault: string | undefined;
}): ReactElement {
  const { locale } = useWords();
  const t = useTexts(texts);
  const list = useId();
  const now = useNow(30_000);
  const time = isZone(value)
    ? new Intl.DateTimeFormat(locale, { timeZone: value, hour: "numeric", minute: "2-digit" }).format(now)
    : undefined;
  return (
    <>
      <TextInput
        className="field"
        label={t("timeZone")}
        description={time === undefined ? t("timeZoneHint") : t("timeThere", { time })}
        name="timeZone"
        list={list}
        value={value}
        autoComplete="off"
        spellCheck={false}
        {...(fault === undefined ? {} : { error: fault })}
        onChange={(event) => onChange(event.currentTarget.value.trim().replaceAll(" ", "_"))}
      />
      <datalist id={list}>
        {timeZones(value).map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll("_", " ")}
          </option>
        ))}
      </datalist>
    </>
  );
}
