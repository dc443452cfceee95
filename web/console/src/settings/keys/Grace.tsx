import type { ReactElement } from "react";
import { useTexts } from "../../shell/words";
import { SelectField } from "../form/fields";
import { texts, type TextKey } from "./texts";

const hour = 3600;

/// How long a key may go on, in seconds.
const graces = [
  { seconds: hour, label: "grace.hour" },
  { seconds: 24 * hour, label: "grace.day" },
  { seconds: 7 * 24 * hour, label: "grace.week" },
  { seconds: 30 * 24 * hour, label: "grace.month" },
  { seconds: 90 * 24 * hour, label: "grace.quarter" },
] as const satisfies readonly { readonly seconds: number; readonly label: TextKey }[];

export const usualGrace: number = 7 * 24 * hour;

/// A choice among them: for how long, or after which time, and then also at once.
export function Grace({
  label,
  value,
  after = false,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly after?: boolean;
  readonly onChange: (seconds: number) => void;
}): ReactElement {
  const t = useTexts(texts);
  return (
    <SelectField
      label={label}
      name="grace"
      value={String(value)}
      onChange={(chosen) => onChange(Number(chosen))}
      options={[
        ...(after ? [{ value: "0", label: t("grace.now") }] : []),
        ...graces.map(({ seconds, label: text }) => ({
          value: String(seconds),
          label: after ? t("graceOver", { time: t(text) }) : t(text),
        })),
      ]}
    />
  );
}
