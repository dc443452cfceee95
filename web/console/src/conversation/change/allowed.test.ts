import type { ChatMessage } from "@chask/client";
import { expect, test } from "vitest";
import { allowed } from "./allowed";

const at = new Date("2026-11-25T10:00:00Z");
const message: ChatMessage = {
  id: "1",
  content: "Hi",
  sender: "agent",
  timestamp: at,
  status: "sent",
  author: { id: "me", kind: "human" },
};
const later = (minutes: number): Date => new Date(at.getTime() + minutes * 60_000);
const asking = { agent: { id: "me", role: "agent" }, minutes: 15, now: later(14) } as const;

test("one's own message can be changed until the time is over", () => {
  expect(allowed(message, asking)).toEqual({ edit: true, remove: true });
  expect(allowed(message, { ...asking, now: later(15) })).toEqual({ edit: false, remove: false });
  expect(allowed(message, { ...asking, minutes: 0 })).toEqual({ edit: false, remove: false });
});

test("admins delete what agents wrote, at any time, and edit nothing of it", () => {
  const admin = { agent: { id: "boss", role: "admin" }, minutes: 15, now: later(900) } as const;
  expect(allowed(message, admin)).toEqual({ edit: false, remove: true });
  expect(allowed({ ...message, sender: "user" }, admin)).toEqual({ edit: false, remove: false });
});

test("nothing can be done to a message that was deleted", () => {
  expect(allowed({ ...message, deletedAt: at }, asking)).toEqual({ edit: false, remove: false });
});
