import type { Locale } from "../shell/locale";
import type { ReplyTexts } from "./api";

/// What may stand in a text between double braces. The server refuses others by name.
export const variables = [
  "visitor.name",
  "visitor.firstName",
  "visitor.email",
  "visitor.company",
  "agent.name",
  "agent.firstName",
  "organization.name",
] as const;

export type Variable = (typeof variables)[number];

/// Only what is known.
export type VariableValues = ReadonlyMap<string, string>;

/// Whom and what a text is about.
export interface Subjects {
  readonly visitor:
    | {
        readonly name?: string | undefined;
        readonly email?: string | undefined;
        readonly company?: { readonly name?: string | undefined } | undefined;
      }
    | undefined;
  readonly agentName: string;
  readonly organizationName: string;
}

export function valuesOf({ visitor, agentName, organizationName }: Subjects): VariableValues {
  const told: readonly (readonly [Variable, string | undefined])[] = [
    ["visitor.name", visitor?.name],
    ["visitor.firstName", firstWord(visitor?.name)],
    ["visitor.email", visitor?.email],
    ["visitor.company", visitor?.company?.name],
    ["agent.name", agentName],
    ["agent.firstName", firstWord(agentName)],
    ["organization.name", organizationName],
  ];
  return new Map(told.flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()] as const] : [])));
}

function firstWord(name: string | undefined): string | undefined {
  return name?.trim().split(/\s+/u)[0];
}

const place = /([ \t]*)\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/gu;

/// The text with its variables filled in. Where a value is not known stands what follows the bar, as in
/// `{{visitor.name|there}}`; without that, nothing, and the blank before it goes too. A value is never looked at again.
export function fillVariables(text: string, values: VariableValues): string {
  return text.replace(place, (_, blank: string, name: string, instead: string | undefined) => {
    const put = values.get(name.trim()) ?? instead?.trim() ?? "";
    return put === "" ? "" : blank + put;
  });
}

/// The first place of a text that looks like a variable and is none.
export function unknownVariable(text: string): string | undefined {
  for (const [, , name = ""] of text.matchAll(place)) {
    if (!variables.some((known) => known === name.trim())) {
      return name.trim();
    }
  }
  return undefined;
}

/// The text for a visitor who reads this language: in it, or in the same language of elsewhere, or in the organization's
/// default, or in whichever there is.
export function textFor(
  texts: ReplyTexts,
  visitorLocale: string | undefined,
  organization: readonly Locale[],
): string {
  const language = visitorLocale?.toLowerCase().split("-")[0];
  const order: readonly Locale[] = [...organization, "en", "es", "pt-BR"];
  const wished = order.filter((locale) => locale.toLowerCase().split("-")[0] === language);
  return [...wished, ...order].map((locale) => texts[locale]).find((text) => text !== undefined) ?? "";
}
