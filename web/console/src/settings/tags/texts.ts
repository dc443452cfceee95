import type { Texts } from "../../shell/words";
import { en, type TextKey } from "./locales/en";
import { es } from "./locales/es";
import { ptBR } from "./locales/pt-BR";

export const texts: Texts<TextKey> = { en, es, "pt-BR": ptBR };

/// The page's own words for a reason.
export const refusals: Readonly<Record<string, TextKey>> = {
  INVALID_FIELD: "INVALID_FIELD",
  NOT_FOUND: "NOT_FOUND",
};
