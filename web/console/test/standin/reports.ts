import type { Answer } from "./answers.ts";

const minutes = { count: 4, median: 90, p90: 252 };
const total = { opened: 12, resolved: 8, firstResponse: minutes, resolution: minutes };
const steps = { loaded: 400, opened: 60, started: 12 };

/// The reports as openapi.yaml says, whatever the period.
export function reportAnswer(route: string): Answer | undefined {
  switch (route) {
    case "GET /v1/reports/conversations": {
      const days = [
        { day: "2026-11-24", opened: 5, resolved: 0 },
        { day: "2026-11-25", ...total, opened: 7 },
      ];
      return { status: 200, json: { report: { days, total, before: { opened: 6, resolved: 8 } } } };
    }
    case "GET /v1/reports/messages": {
      const hours = Array.from({ length: 24 }, (_, hour) => ({ hour, visitor: hour, agent: 2 * hour }));
      const messages = { visitor: 276, agent: 552 };
      return { status: 200, json: { report: { hours, total: messages, before: messages } } };
    }
    case "GET /v1/reports/funnel": {
      const days = [{ day: "2026-11-25", ...steps }];
      return { status: 200, json: { report: { days, total: steps, before: steps } } };
    }
    default:
      return undefined;
  }
}
