import { fullTime, languageName } from "../../shell/format";
import type { Words } from "../../shell/words";
import { isRole, roleLabels, texts as settingsTexts } from "../texts";
import type { AuditEntry } from "./api";
import { detailTexts, texts } from "./texts";

/// A detail of a line, in words.
export interface Told {
  readonly name: string;
  readonly value: string;
}

/// What a line of the log tells besides. What has no words here is what somebody wrote, or of a newer server, and is told
/// as it is. A list without members tells nothing.
export function detailsOf(
  { action, details }: Pick<AuditEntry, "action" | "details">,
  words: Words,
): readonly Told[] {
  return Object.entries(details)
    .map(([name, value]) => ({
      name: textOf(`name.${name}`, words) ?? name,
      value: valueOf({ action, name, value }, words),
    }))
    .filter(({ value }) => value !== "");
}

interface Detail {
  readonly action: string;
  readonly name: string;
  readonly value: string;
}

function valueOf({ action, name, value }: Detail, words: Words): string {
  switch (name) {
    case "role":
      return roleOf(value, words);
    case "from":
    case "to":
      return action === "agent.role_changed" ? roleOf(value, words) : value;
    case "by":
    case "reason":
    case "mode":
    case "requireSecondFactor":
    case "hours":
    case "enabled":
      return textOf(`value.${value}`, words) ?? value;
    case "changed":
      return eachOf(value, (part) => textOf(`part.${part}`, words) ?? part);
    case "locales":
      return eachOf(value, (tag) => languageName(tag, words));
    case "added":
    case "removed":
    case "origins":
    case "accept":
      return eachOf(value, (part) => part);
    case "until":
      return Number.isNaN(Date.parse(value)) ? value : fullTime(new Date(value), words);
    default:
      return amountOf(name, value, words);
  }
}

/// Numbers, and the words for none where that means something of its own.
function amountOf(name: string, value: string, words: Words): string {
  if (value === "" || (name === "quota" && value === "0")) {
    return textOf(`none.${name}`, words) ?? value;
  }
  return name === "maxSize" || name === "quota" ? megabytes(value, words) : value;
}

/// As the page of files counts them: of 1024 × 1024 bytes.
function megabytes(value: string, { locale }: Words): string {
  const format = { style: "unit", unit: "megabyte", maximumFractionDigits: 2 } as const;
  const count = Number(value) / 1024 ** 2;
  return Number.isFinite(count) ? new Intl.NumberFormat(locale, format).format(count) : value;
}

function eachOf(value: string, tell: (part: string) => string): string {
  return value.split(" ").map(tell).join(", ");
}

function roleOf(value: string, { locale }: Words): string {
  return isRole(value) ? settingsTexts[locale][roleLabels[value]] : value;
}

function textOf(key: string, { locale }: Words): string | undefined {
  const known = detailTexts.find((each) => each === key);
  return known === undefined ? undefined : texts[locale][known];
}
