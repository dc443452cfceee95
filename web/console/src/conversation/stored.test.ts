import type { ChatMessage, MessageStatus } from "@chask/client";
import { expect, test } from "vitest";
import { newestStored, saidSince } from "./stored";

const timestamp = new Date(2026, 10, 26);

function message(id: string, sender: ChatMessage["sender"], status: MessageStatus): ChatMessage {
  return { id, sender, status, content: id, timestamp };
}

const hi = message("hi", "user", "read");
const held = message("held", "agent", "sending");
const meanwhile = message("meanwhile", "user", "delivered");
const unsent = message("unsent", "agent", "failed");

test("What the visitor writes while a reply waits is new, though the reply stands behind it", () => {
  const leftAt = newestStored([hi, held])?.id;
  expect(saidSince([hi, meanwhile, held], leftAt)).toEqual([meanwhile]);
  expect(saidSince([hi, meanwhile, { ...held, status: "sent" }], leftAt)).toEqual([meanwhile]);
});

test("A reply that could not be sent is not what was read last", () => {
  expect(newestStored([hi, unsent])).toBe(hi);
});

test("Nothing is told as new that has come as history behind a reply that waited before it", () => {
  expect(saidSince([hi, meanwhile, held], newestStored([held])?.id)).toEqual([]);
});

test("Nothing is told as new once the thread has been loaded anew without what was read last", () => {
  expect(saidSince([meanwhile], "long ago")).toEqual([]);
});
