import type { Answer } from "./answers.ts";

const minutes = { count: 4, median: 90, p90: 252 };
const total = { opened: 12, resolved: 8, firstResponse: minutes, resolution: minutes };
const steps = { loaded: 400, opened: 60, started: 12 };

const ratings = [
  {
    timestamp: "2026-11-25T10:00:00Z",
    score: 2,
    comment: "=1+1, slow",
    conversation: "018f3c5e-7a10-7c3e-9b1a-0c6f5d2e4a01",
    visitor: "@Ada",
    tags: ["-late", "billing"],
  },
  {
    timestamp: "2026-11-25T10:00:00Z",
    score: 5,
    conversation: "018f3c5e-7a10-7c3e-9b1a-0c6f5d2e4a02",
    tags: [],
  },
];

/// All but the newest two stand on pages of their own.
function ratingsAfter(cursor: string | null): object {
  const older = Number(cursor ?? 0);
  return {
    ratings: older === 0 ? ratings : [{ ...ratings[1], score: older, comment: `older ${older}` }],
    total: 4,
    next: older < 2 ? String(older + 1) : null,
  };
}

/// The reports as openapi.yaml says, whatever the period.
export function reportAnswer(route: string, query: URLSearchParams): Answer | undefined {
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
    case "GET /v1/reports/satisfaction": {
      const scores = [1, 0, 1, 2, 6];
      const days = [{ day: "2026-11-25", scores }];
      return {
        status: 200,
        json: { report: { days, total: { scores }, before: { scores: [1, 0, 0, 0, 1] } } },
      };
    }
    case "GET /v1/reports/ratings":
      return { status: 200, json: { report: ratingsAfter(query.get("cursor")) } };
    default:
      return undefined;
  }
}
