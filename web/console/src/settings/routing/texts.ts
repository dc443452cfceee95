import type { Texts } from "../../shell/words";
import { en, type TextKey } from "./locales/en";
import { es } from "./locales/es";
import { ptBR } from "./locales/pt-BR";

export type { TextKey };

export const texts: Texts<TextKey> = { en, es, "pt-BR": ptBR };

/// This page's own words for some refusals.
export const refusals: Readonly<Record<string, TextKey>> = {
  TEAM_NAME_TAKEN: "TEAM_NAME_TAKEN",
  TOO_MANY_TEAMS: "TOO_MANY_TEAMS",
  INVALID_FIELD: "INVALID_FIELD",
  NOT_FOUND: "NOT_FOUND",
};
