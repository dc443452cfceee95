import type { Variable } from "../../replies/variables";
import type { Texts } from "../../shell/words";
import { en, type TextKey } from "./locales/en";
import { es } from "./locales/es";
import { ptBR } from "./locales/pt-BR";

export type { TextKey };

export const texts: Texts<TextKey> = { en, es, "pt-BR": ptBR };

/// The page's own words for a reason.
export const refusals: Readonly<Record<string, TextKey>> = {
  NAME_TAKEN: "NAME_TAKEN",
  TOO_MANY_REPLIES: "TOO_MANY_REPLIES",
  INVALID_FIELD: "INVALID_FIELD",
};

/// How a variable is called.
export const variableLabels: Readonly<Record<Variable, TextKey>> = {
  "visitor.name": "visitor.name",
  "visitor.firstName": "visitor.firstName",
  "visitor.email": "visitor.email",
  "visitor.company": "visitor.company",
  "agent.name": "agent.name",
  "agent.firstName": "agent.firstName",
  "organization.name": "organization.name",
};
