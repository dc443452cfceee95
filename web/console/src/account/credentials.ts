import type { Key } from "../shell/locale";

/// What is wrong with the form before it is sent; empty when nothing is.
export interface CredentialFaults {
  readonly email?: Key;
  readonly password?: Key;
}

/// Only what a person certainly mistyped is refused here; the server decides on the rest.
export function credentialFaults(email: string, password: string): CredentialFaults {
  const emailFault = faultOfEmail(email.trim());
  return {
    ...(emailFault === undefined ? {} : { email: emailFault }),
    ...(password === "" ? { password: "account.passwordMissing" } : {}),
  };
}

function faultOfEmail(email: string): Key | undefined {
  if (email === "") {
    return "account.emailMissing";
  }
  return /^\S+@\S+$/u.test(email) ? undefined : "account.emailInvalid";
}
