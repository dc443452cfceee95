import { count, flag, listOf, oneOf, shape, text, type Guard } from "@chask/wire";
import { ask } from "../request";

export const languages = ["en", "es", "pt-BR"] as const;
export type Language = (typeof languages)[number];

/// The organization's own words in one language; what is absent stays the product's.
export interface Words {
  readonly title?: string;
  readonly subtitle?: string;
  readonly awayMessage?: string;
  readonly greeting?: string;
  readonly greetingText?: string;
  readonly placeholder?: string;
  readonly launcherLabel?: string;
  readonly questions?: readonly string[];
}

export interface WidgetLook {
  readonly mode: "auto" | "light" | "dark";
  /// `#rrggbb`.
  readonly primaryColor: string;
  readonly position: "right" | "left";
  readonly avatarUrl?: string;
  readonly look: {
    readonly offsetX: number;
    readonly offsetY: number;
    readonly cornerRadius: number;
    readonly launcher: "circle" | "pill";
    readonly whenClosed: "write" | "hide";
  };
  readonly features: {
    readonly typing: boolean;
    readonly readReceipts: boolean;
    readonly reopen: boolean;
    readonly rating: boolean;
  };
  readonly texts: Readonly<Partial<Record<Language, Words>>>;
}

const isWords: Guard<Words> = shape(
  {},
  {
    title: text,
    subtitle: text,
    awayMessage: text,
    greeting: text,
    greetingText: text,
    placeholder: text,
    launcherLabel: text,
    questions: listOf(text),
  },
);

const isLook: Guard<WidgetLook> = shape(
  {
    mode: oneOf("auto", "light", "dark"),
    primaryColor: text,
    position: oneOf("right", "left"),
    look: shape({
      offsetX: count,
      offsetY: count,
      cornerRadius: count,
      launcher: oneOf("circle", "pill"),
      whenClosed: oneOf("write", "hide"),
    }),
    features: shape({ typing: flag, readReceipts: flag, reopen: flag, rating: flag }),
    texts: shape({}, { en: isWords, es: isWords, "pt-BR": isWords }),
  },
  { avatarUrl: text },
);

export const widgetKey: readonly string[] = ["settings", "widget"];

const path = "/v1/settings/widget";

export async function loadWidget(): Promise<WidgetLook> {
  return ask({ method: "GET", path }, isLook);
}

export async function saveWidget(body: WidgetLook): Promise<WidgetLook> {
  return ask({ method: "PUT", path, body }, isLook);
}
