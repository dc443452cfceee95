import type { Texts } from "../../shell/words";
import { en, type TextKey } from "./locales/en";
import { es } from "./locales/es";
import { ptBR } from "./locales/pt-BR";

export const texts: Texts<TextKey> = { en, es, "pt-BR": ptBR };

/// The page's own words for a reason.
export const refusals: Readonly<Record<string, TextKey>> = {
  PASSWORD_WRONG: "PASSWORD_WRONG",
  PASSWORD_TOO_SHORT: "PASSWORD_TOO_SHORT",
  PASSWORD_TOO_COMMON: "PASSWORD_TOO_COMMON",
  PASSWORD_PERSONAL: "PASSWORD_PERSONAL",
  TOTP_INVALID: "TOTP_INVALID",
  INVALID_FIELD: "INVALID_FIELD",
};
