import type { ChaskConfig, WidgetErrorCode } from "../api";
import type { WidgetSettings } from "../settings";

/** The server answered, but not with settings. The message is the reason. */
export class Refusal extends Error {
  readonly code: WidgetErrorCode;

  constructor(reason: string, code: WidgetErrorCode) {
    super(reason);
    this.code = code;
  }
}

/**
 * Asks for the organization's settings: all that a page load costs.
 *
 * @throws Refusal when the server answers with anything else; whatever `fetch` throws when it does not answer
 */
export async function fetchSettings(
  { organizationId, apiKey }: ChaskConfig,
  baseUrl: string,
): Promise<WidgetSettings> {
  const query = new URLSearchParams({ organizationId, apiKey });
  const response = await fetch(`${baseUrl}/v1/widget/settings?${query}`, {
    signal: AbortSignal.timeout(15_000),
  });
  const { status } = response;
  const answer: unknown = await response.json().catch(() => 0);
  if (has(answer, "theme")) {
    return answer;
  }
  throw new Refusal(
    has(answer, "reason") ? String(answer.reason) : `HTTP_${status}`,
    status < 500 && status !== 429 ? "AUTH_ERROR" : "CONNECTION_ERROR",
  );
}

/** Tells the contract's answers apart by a member that only one of them has. */
function has<K extends "theme" | "reason">(
  answer: unknown,
  name: K,
): answer is K extends "theme" ? WidgetSettings : { readonly reason: unknown } {
  return Object.hasOwn(Object(answer), name);
}
