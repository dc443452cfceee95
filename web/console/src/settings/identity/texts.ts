import type { Texts } from "../../shell/words";
import { en, type TextKey } from "./locales/en";
import { es } from "./locales/es";
import { ptBR } from "./locales/pt-BR";

export type { TextKey };

export const texts: Texts<TextKey> = { en, es, "pt-BR": ptBR };

const flaws: Readonly<Record<string, TextKey>> = {
  MALFORMED: "flaw.malformed",
  ALGORITHM: "flaw.algorithm",
  KEY_UNKNOWN: "flaw.keyUnknown",
  KEYS_UNAVAILABLE: "flaw.keysUnavailable",
  SIGNATURE: "flaw.signature",
  ISSUER: "flaw.issuer",
  AUDIENCE: "flaw.audience",
  SUBJECT: "flaw.subject",
  EXPIRY_MISSING: "flaw.expiryMissing",
  EXPIRED: "flaw.expired",
  LIFETIME: "flaw.lifetime",
  NOT_BEFORE: "flaw.notBefore",
  ISSUED_AT: "flaw.issuedAt",
};

/// What is wrong and what to do; nothing for a flaw of a newer server.
export function flawText(flaw: string): TextKey | undefined {
  return flaws[flaw];
}
