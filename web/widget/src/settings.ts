import type { Locale } from "./api";

/** What `GET /v1/widget/settings` answers, as wire/openapi.yaml has it. */
export interface WidgetSettings {
  readonly organization: { readonly id: string; readonly name: string };
  readonly locales: readonly Locale[];
  readonly theme: {
    readonly mode: "auto" | "light" | "dark";
    readonly primaryColor: string;
    readonly position: "right" | "left";
  };
  readonly attachments: {
    readonly enabled: boolean;
    /** MIME types, or `image/*`. */
    readonly accept: readonly string[];
    /** Bytes. */
    readonly maxSize: number;
    readonly maxCount: number;
  };
  readonly limits: { readonly contentCodePoints: number };
  readonly features: {
    readonly typing: boolean;
    readonly readReceipts: boolean;
    /** Whether a message opens a resolved conversation again; otherwise it begins a new one. */
    readonly reopen: boolean;
    readonly rating: boolean;
  };
  /** Only where the organization has set something of it. */
  readonly look?: Look;
}

/** Look, words and hours of an organization. */
export interface Look {
  /** Pixels from the side and the foot of the page. */
  readonly offsetX: number;
  readonly offsetY: number;
  /** Pixels. */
  readonly cornerRadius: number;
  readonly launcher: "circle" | "pill";
  readonly whenClosed: "write" | "hide";
  readonly avatarUrl?: string;
  readonly texts: Readonly<Partial<Record<Locale, OwnTexts>>>;
  /** The times of the next 14 days at which somebody answers, ISO 8601; absent: always. */
  readonly openings?: readonly { readonly from: string; readonly to: string }[];
}

/** The organization's own words in one language. */
export interface OwnTexts {
  readonly title?: string;
  readonly subtitle?: string;
  readonly awayMessage?: string;
  readonly greeting?: string;
  readonly greetingText?: string;
  readonly placeholder?: string;
  readonly launcherLabel?: string;
  readonly questions?: readonly string[];
}
