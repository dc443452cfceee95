import { shape, text, type Guard } from "@chask/wire";
import { anything, ask } from "../settings/request";

export interface Greeting {
  readonly email: string;
  readonly organizationName: string;
  readonly locale: string;
}

const isGreeting: Guard<Greeting> = shape({ email: text, organizationName: text, locale: text });

/// What an invitation is for.
export async function lookAt(token: string): Promise<Greeting> {
  return ask({ method: "POST", path: "/v1/invitations/look", body: { token } }, isGreeting);
}

/// Makes an agent and signs him in.
export async function accept(token: string, name: string, password: string): Promise<void> {
  await ask({ method: "POST", path: "/v1/invitations/accept", body: { token, name, password } }, anything);
}
