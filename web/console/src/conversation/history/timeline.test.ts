import { expect, test } from "vitest";
import type { HistoryEvent } from "./api";
import { stretches } from "./timeline";

const event = (type: HistoryEvent["type"], more: Partial<HistoryEvent> = {}): HistoryEvent => ({
  type,
  at: "2026-11-25T10:00:00Z",
  ...more,
});

test("what happened again and again is told once, pages, files and ratings each, messages as they were counted", () => {
  const told = stretches([
    event("message_sent", { conversation: "a", count: 30 }),
    event("message_received", { conversation: "a", count: 29 }),
    event("message_sent", { conversation: "b", count: 1 }),
    event("widget_opened"),
    event("widget_opened"),
    event("page_viewed", { url: "https://shop.example/a" }),
    event("page_viewed", { url: "https://shop.example/b" }),
    event("rating_submitted", { conversation: "b", score: 2 }),
    event("rating_submitted", { conversation: "b", score: 5 }),
  ]);
  expect(told.map(({ count }) => count)).toEqual([30, 29, 1, 2, 1, 1, 1, 1]);
});
