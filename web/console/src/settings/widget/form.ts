import { languages, type Language, type WidgetLook, type Words } from "./api";
import type { TextKey } from "./texts";

/// The words as they are written: a text for each field, one question a line.
export interface WrittenWords {
  readonly title: string;
  readonly subtitle: string;
  readonly awayMessage: string;
  readonly greeting: string;
  readonly greetingText: string;
  readonly placeholder: string;
  readonly launcherLabel: string;
  readonly questions: string;
}

export interface Written {
  readonly mode: WidgetLook["mode"];
  readonly primaryColor: string;
  readonly position: WidgetLook["position"];
  readonly avatarUrl: string;
  readonly offsetX: string;
  readonly offsetY: string;
  readonly cornerRadius: string;
  readonly launcher: WidgetLook["look"]["launcher"];
  readonly whenClosed: WidgetLook["look"]["whenClosed"];
  readonly typing: boolean;
  readonly readReceipts: boolean;
  readonly reopen: boolean;
  readonly rating: boolean;
  readonly texts: Readonly<Record<Language, WrittenWords>>;
}

export const lines = [
  "title",
  "subtitle",
  "awayMessage",
  "greeting",
  "greetingText",
  "placeholder",
  "launcherLabel",
] as const;

function writtenWords(words: Words = {}): WrittenWords {
  return {
    title: words.title ?? "",
    subtitle: words.subtitle ?? "",
    awayMessage: words.awayMessage ?? "",
    greeting: words.greeting ?? "",
    greetingText: words.greetingText ?? "",
    placeholder: words.placeholder ?? "",
    launcherLabel: words.launcherLabel ?? "",
    questions: (words.questions ?? []).join("\n"),
  };
}

export function write({ look, features, texts, avatarUrl = "", ...plain }: WidgetLook): Written {
  return {
    ...plain,
    ...features,
    avatarUrl,
    launcher: look.launcher,
    whenClosed: look.whenClosed,
    offsetX: String(look.offsetX),
    offsetY: String(look.offsetY),
    cornerRadius: String(look.cornerRadius),
    texts: {
      en: writtenWords(texts.en),
      es: writtenWords(texts.es),
      "pt-BR": writtenWords(texts["pt-BR"]),
    },
  };
}

/// What is wrong, by its field; a text's by its language.
export type Faults = Readonly<
  Partial<Record<"primaryColor" | "avatarUrl" | "offsetX" | "offsetY" | "cornerRadius", TextKey>>
> & { readonly questions?: Language };

const mostQuestions = 4;
const longestQuestion = 120;

function number(written: string, most: number): number | undefined {
  return /^\d{1,3}$/.test(written.trim()) && Number(written) <= most ? Number(written) : undefined;
}

/// A colour as people write it, or nothing.
export function colorOf(written: string): string | undefined {
  const [, short] = /^#?([0-9a-f]{3})$/i.exec(written.trim()) ?? [];
  if (short !== undefined) {
    return `#${short.replaceAll(/./g, "$&$&")}`.toLowerCase();
  }
  const [, long] = /^#?([0-9a-f]{6})$/i.exec(written.trim()) ?? [];
  return long === undefined ? undefined : `#${long}`.toLowerCase();
}

function questionsOf(written: string): readonly string[] {
  return written
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function wordsOf({ questions, ...words }: WrittenWords): Words {
  const given = Object.fromEntries(
    Object.entries(words).flatMap(([name, value]) => (value.trim() === "" ? [] : [[name, value.trim()]])),
  );
  const asked = questionsOf(questions);
  return { ...given, ...(asked.length === 0 ? {} : { questions: asked }) };
}

function isPicture(address: string): boolean {
  return address.trim() === "" || (URL.canParse(address) && new URL(address).protocol === "https:");
}

export function faultsOf(written: Written): Faults {
  const crowded = languages.find((language) => {
    const asked = questionsOf(written.texts[language].questions);
    return asked.length > mostQuestions || asked.some((question) => question.length > longestQuestion);
  });
  return {
    ...(colorOf(written.primaryColor) === undefined ? { primaryColor: "badColor" } : {}),
    ...(isPicture(written.avatarUrl) ? {} : { avatarUrl: "badPicture" }),
    ...(number(written.offsetX, 400) === undefined ? { offsetX: "badOffset" } : {}),
    ...(number(written.offsetY, 400) === undefined ? { offsetY: "badOffset" } : {}),
    ...(number(written.cornerRadius, 32) === undefined ? { cornerRadius: "badRadius" } : {}),
    ...(crowded === undefined ? {} : { questions: crowded }),
  };
}

/// What the form says; where something in it is wrong, with what can be shown instead.
export function read(written: Written): WidgetLook {
  const { mode, position, launcher, whenClosed, typing, readReceipts, reopen, rating, avatarUrl } = written;
  const picture = avatarUrl.trim();
  return {
    mode,
    position,
    primaryColor: colorOf(written.primaryColor) ?? "#3b5bdb",
    ...(picture !== "" && isPicture(picture) ? { avatarUrl: picture } : {}),
    look: {
      offsetX: number(written.offsetX, 400) ?? 20,
      offsetY: number(written.offsetY, 400) ?? 20,
      cornerRadius: number(written.cornerRadius, 32) ?? 16,
      launcher,
      whenClosed,
    },
    features: { typing, readReceipts, reopen, rating },
    texts: {
      en: wordsOf(written.texts.en),
      es: wordsOf(written.texts.es),
      "pt-BR": wordsOf(written.texts["pt-BR"]),
    },
  };
}
