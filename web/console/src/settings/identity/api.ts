import { flag, listOf, shape, text, time, type Guard } from "@chask/wire";
import { anything, ask } from "../request";

/// What the organization does with identity tokens.
export type Mode = "off" | "optional" | "enforced";

/// The customer's own issuer; its public keys are fetched.
export interface Issuer {
  readonly name: string;
  readonly audience: string;
  readonly keys: string;
}

export interface Secret {
  readonly id: string;
  readonly createdAt: string;
}

export interface NewSecret {
  readonly id: string;
  readonly secret: string;
}

export interface IdentitySettings {
  readonly mode: Mode;
  readonly issuer?: Issuer;
  readonly secrets: readonly Secret[];
}

/// What of them is to be saved.
export interface IdentityWish {
  readonly mode: Mode;
  readonly issuer: Issuer | null;
}

/// A check of a token.
export interface Check {
  readonly subject: string;
  readonly ok: boolean;
  readonly value?: string;
  readonly expected?: string;
  readonly flaw?: string;
  readonly message?: string;
}

export interface Explanation {
  readonly valid: boolean;
  readonly checks: readonly Check[];
}

const isMode: Guard<Mode> = (value): value is Mode =>
  value === "off" || value === "optional" || value === "enforced";
const isIssuer: Guard<Issuer> = shape({ name: text, audience: text, keys: text });
const isSettings: Guard<IdentitySettings> = shape(
  { mode: isMode, secrets: listOf(shape({ id: text, createdAt: time })) },
  { issuer: isIssuer },
);
const isNewSecret: Guard<NewSecret> = shape({ id: text, secret: text });
const isExplanation: Guard<Explanation> = shape({
  valid: flag,
  checks: listOf(
    shape({ subject: text, ok: flag }, { value: text, expected: text, flaw: text, message: text }),
  ),
});

const path = "/v1/identity";

export async function loadIdentity(): Promise<IdentitySettings> {
  return ask({ method: "GET", path }, isSettings);
}

export async function saveIdentity(body: IdentityWish): Promise<IdentitySettings> {
  return ask({ method: "PATCH", path, body }, isSettings);
}

/// The only time the secret's text is told.
export async function addSecret(): Promise<NewSecret> {
  return ask({ method: "POST", path: `${path}/secrets` }, isNewSecret);
}

export async function revokeSecret(id: string): Promise<void> {
  await ask({ method: "DELETE", path: `${path}/secrets/${id}` }, anything);
}

export async function explain(token: string): Promise<Explanation> {
  return ask({ method: "POST", path: `${path}/explanations`, body: { token } }, isExplanation);
}
