import { count, flag, listOf, shape, text, time, type Guard } from "@chask/wire";
import { anything, ask } from "../request";

export interface SecondFactor {
  readonly enabled: boolean;
  readonly recoveryCodes: number;
  /// The organization asks for it and it is not set up.
  readonly required: boolean;
}

export interface OwnAccount {
  readonly name: string;
  readonly secondFactor: SecondFactor;
}

export interface OwnSession {
  readonly id: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly address: string;
  readonly userAgent: string;
  readonly current: boolean;
}

export interface TotpSecret {
  readonly secret: string;
  readonly uri: string;
}

const isAccount: Guard<OwnAccount> = shape({
  name: text,
  secondFactor: shape({ enabled: flag, recoveryCodes: count, required: flag }),
});

const isSessions: Guard<{ readonly sessions: readonly OwnSession[] }> = shape({
  sessions: listOf(
    shape({ id: text, createdAt: time, lastSeenAt: time, address: text, userAgent: text, current: flag }),
  ),
});

const isSecret: Guard<TotpSecret> = shape({ secret: text, uri: text });

const isCodes: Guard<{ readonly recoveryCodes: readonly string[] }> = shape({ recoveryCodes: listOf(text) });

export async function ownAccount(): Promise<OwnAccount> {
  return ask({ method: "GET", path: "/v1/account" }, isAccount);
}

export async function rename(name: string): Promise<void> {
  await ask({ method: "PATCH", path: "/v1/account", body: { name } }, anything);
}

export async function changePassword(currentPassword: string, password: string): Promise<void> {
  await ask({ method: "POST", path: "/v1/account/password", body: { currentPassword, password } }, anything);
}

export async function ownSessions(): Promise<readonly OwnSession[]> {
  return (await ask({ method: "GET", path: "/v1/account/sessions" }, isSessions)).sessions;
}

export async function endSession(id: string): Promise<void> {
  await ask({ method: "DELETE", path: `/v1/account/sessions/${encodeURIComponent(id)}` }, anything);
}

export async function endOtherSessions(): Promise<void> {
  await ask({ method: "DELETE", path: "/v1/account/sessions" }, anything);
}

export async function beginTotp(): Promise<TotpSecret> {
  return ask({ method: "POST", path: "/v1/account/totp" }, isSecret);
}

/// Gives the recovery codes.
export async function confirmTotp(code: string): Promise<readonly string[]> {
  const body = { code };
  return (await ask({ method: "POST", path: "/v1/account/totp/confirm", body }, isCodes)).recoveryCodes;
}

export async function renewCodes(code: string): Promise<readonly string[]> {
  const body = { code };
  return (await ask({ method: "POST", path: "/v1/account/totp/recovery-codes", body }, isCodes))
    .recoveryCodes;
}

export async function disableTotp(password: string, code: string): Promise<void> {
  await ask({ method: "POST", path: "/v1/account/totp/disable", body: { password, code } }, anything);
}
