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
  readonly features: { readonly typing: boolean; readonly readReceipts: boolean };
}
