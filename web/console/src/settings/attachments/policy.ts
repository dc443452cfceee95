import type { FilePolicy } from "./api";
import type { TextKey } from "./texts";

/// A kind of files that is taken or not by one box.
export interface Kind {
  readonly label: TextKey;
  readonly types: readonly string[];
}

const office = "application/vnd.openxmlformats-officedocument";

export const kinds: readonly Kind[] = [
  { label: "type.images", types: ["image/*"] },
  { label: "type.audio", types: ["audio/*"] },
  { label: "type.video", types: ["video/mp4"] },
  { label: "type.pdf", types: ["application/pdf"] },
  { label: "type.text", types: ["text/plain", "text/csv"] },
  {
    label: "type.office",
    types: [
      "application/msword",
      "application/vnd.ms-excel",
      `${office}.wordprocessingml.document`,
      `${office}.spreadsheetml.sheet`,
      `${office}.presentationml.presentation`,
    ],
  },
  { label: "type.archives", types: ["application/zip"] },
];

/// As it is written into the form. A kind of which only a part is taken stands among the others, type by type.
export interface Written {
  readonly enabled: boolean;
  readonly kinds: readonly TextKey[];
  readonly others: string;
  /// Megabytes of 1024 × 1024 bytes.
  readonly maxSize: string;
  readonly maxCount: string;
  readonly quota: string;
}

const megabyte = 1024 * 1024;

export function write({ enabled, accept, maxSize, maxCount, quota }: FilePolicy): Written {
  const whole = kinds.filter(({ types }) => types.every((type) => accept.includes(type)));
  const covered = new Set(whole.flatMap(({ types }) => types));
  return {
    enabled,
    kinds: whole.map(({ label }) => label),
    others: accept.filter((type) => !covered.has(type)).join(", "),
    maxSize: megabytes(maxSize),
    maxCount: String(maxCount),
    quota: megabytes(quota),
  };
}

function megabytes(bytes: number): string {
  return String(Math.round((bytes / megabyte) * 100) / 100);
}

/// Bytes for people, in the units of the form.
export function room(bytes: number, locale: string): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
  const power = Math.min(3, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  const value = bytes / 1024 ** power;
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: units[power] ?? "byte",
    unitDisplay: "short",
    maximumFractionDigits: value < 100 ? 1 : 0,
  }).format(value);
}

/// What is wrong in the form, by its field.
export interface Faults {
  readonly others?: TextKey;
  readonly maxSize?: TextKey;
  readonly maxCount?: TextKey;
  readonly quota?: TextKey;
}

/// The policy, or what is wrong.
export function read(
  written: Written,
): { readonly policy: FilePolicy } | { readonly policy?: never; readonly faults: Faults } {
  const others = written.others.split(",").map((type) => type.trim().toLowerCase());
  const further = others.filter((type) => type !== "");
  const maxSize = number(written.maxSize, 0.01, 100_000);
  const maxCount = number(written.maxCount, 1, 10);
  const quota = number(written.quota, 0, 1_000_000_000);
  const faults: Faults = {
    ...(further.every((type) => /^[a-z0-9.+-]+\/[a-z0-9.+*-]+$/u.test(type)) ? {} : { others: "badTypes" }),
    ...(maxSize === undefined ? { maxSize: "badNumber" } : {}),
    ...(maxCount === undefined || !Number.isInteger(maxCount) ? { maxCount: "badNumber" } : {}),
    ...(quota === undefined ? { quota: "badNumber" } : {}),
  };
  if (
    maxSize === undefined ||
    maxCount === undefined ||
    quota === undefined ||
    Object.keys(faults).length > 0
  ) {
    return { faults };
  }
  const chosen = kinds.filter(({ label }) => written.kinds.includes(label)).flatMap(({ types }) => types);
  return {
    policy: {
      enabled: written.enabled,
      accept: [...new Set([...chosen, ...further])],
      maxSize: Math.round(maxSize * megabyte),
      maxCount,
      quota: Math.round(quota * megabyte),
    },
  };
}

function number(text: string, least: number, most: number): number | undefined {
  const value = text.trim() === "" ? Number.NaN : Number(text.trim().replace(",", "."));
  return value >= least && value <= most ? value : undefined;
}
