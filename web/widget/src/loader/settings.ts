import type { ChaskConfig, WidgetErrorCode } from "../api";
import type { WidgetSettings } from "../settings";
import { Refusal } from "./error";

/**
 * Asks for the organization's settings: all that a page load costs.
 *
 * @throws Refusal when the server answers with anything else; whatever `fetch` throws when it does not answer
 */
export async function fetchSettings(
  { organizationId, apiKey }: ChaskConfig,
  baseUrl: string,
  ended: AbortSignal,
): Promise<WidgetSettings> {
  const query = new URLSearchParams({ organizationId, apiKey });
  const late = AbortSignal.timeout(15_000);
  const response = await fetch(`${baseUrl}/v1/widget/settings?${query}`, {
    // Browsers before 2024 lack `any`: there the request may end after the widget.
    signal: AbortSignal.any?.([ended, late]) ?? late,
  });
  const answer: unknown = await response.json().catch(() => 0);
  if (has(answer, "theme")) {
    return answer;
  }
  // The code stands in the answer; the status decides only without one (a proxy's page).
  throw has(answer, "code")
    ? new Refusal(answer.code, answer.reason, answer.retryable)
    : /40[13]/.test(`${response.status}`)
      ? new Refusal("AUTH_ERROR", "REFUSED")
      : new Refusal("CONNECTION_ERROR", response.ok ? "BAD_ANSWER" : "UNAVAILABLE");
}

interface Problem {
  readonly code: WidgetErrorCode;
  readonly reason: string;
  readonly retryable: boolean;
}

/** Tells the contract's answers apart by a member that only one of them has. */
function has<K extends "theme" | "code">(
  answer: unknown,
  name: K,
): answer is K extends "theme" ? WidgetSettings : Problem {
  return Object.hasOwn(Object(answer), name);
}
