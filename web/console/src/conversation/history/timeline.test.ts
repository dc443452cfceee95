import { expect, test } from "vitest";
import type { HistoryEvent } from "./api";
import { stretches } from "./timeline";

const event = (type: HistoryEvent["type"], more: Partial<HistoryEvent> = {}): HistoryEvent => ({
  type,
  at: "2026-11-25T10:00:00Z",
  ...more,
});

test("messages in a row are told once, pages and files each", () => {
  const told = stretches([
    event("message_sent", { conversation: "a" }),
    event("message_sent", { conversation: "a" }),
    event("message_sent", { conversation: "b" }),
    event("page_viewed", { url: "https://shop.example/a" }),
    event("page_viewed", { url: "https://shop.example/b" }),
  ]);
  expect(told.map(({ count }) => count)).toEqual([2, 1, 1, 1]);
});
