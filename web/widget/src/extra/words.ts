import type { Locale } from "../api";
import { words as en } from "./locales/en";
import { words as es } from "./locales/es";
import { words as ptBR } from "./locales/pt-BR";

/** The words of files and of the list of conversations: few visitors need them, so they come with this chunk. */
export type ExtraWords = Readonly<Record<keyof typeof en, string>>;

const catalogues: Readonly<Record<Locale, ExtraWords>> = { en, es, "pt-BR": ptBR };

export function extraWords(locale: Locale): ExtraWords {
  return catalogues[locale];
}

/** The sentence for people about a refused file; nothing for a reason that is not about files. */
export function describeFile(locale: Locale, reason: string): string | undefined {
  const words = extraWords(locale);
  const sentences: Readonly<Record<string, string | undefined>> = {
    FILE_TOO_LARGE: words.fileTooLarge,
    PAYLOAD_TOO_LARGE: words.fileTooLarge,
    FILE_EMPTY: words.fileEmpty,
    FILE_TYPE_NOT_ALLOWED: words.fileType,
    FILE_TYPE_MISMATCH: words.fileType,
    ATTACHMENTS_DISABLED: words.fileType,
    FILE_INFECTED: words.fileInfected,
    STORAGE_QUOTA_REACHED: words.noRoom,
    STORAGE_FULL: words.noRoom,
    SCAN_UNAVAILABLE: words.noScan,
    TOO_MANY_ATTACHMENTS: words.tooManyFiles,
  };
  return sentences[reason];
}
