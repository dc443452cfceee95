import { TextInput } from "@mantine/core";
import { useId, type ReactElement } from "react";
import { useNow } from "../../shell/now";
import { useTexts, useWords } from "../../shell/words";
import { texts } from "./texts";

/// The zones this browser knows, and the one in use, which may be newer than the browser.
export function timeZones(inUse: string): readonly string[] {
  const known = Intl.supportedValuesOf("timeZone");
  return isZone(inUse) && !known.includes(inUse) ? [inUse, ...known] : known;
}

function isZone(name: string): boolean {
  try {
    return name !== "" && new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

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
