import type { StandIn } from "./standin.ts";
import type { StandInConversation } from "./world.ts";

/// `message number 1` and so on, six minutes apart: each is a group of its own.
export function longTalk({ world }: StandIn, count: number): StandInConversation {
  const conversation = world.open({ name: "Grace" });
  const begin = Date.parse("2026-01-05T08:00:00.000Z");
  for (let number = 1; number <= count; number++) {
    const timestamp = new Date(begin + number * 360_000).toISOString();
    world.append(conversation, { sender: "user", content: `message number ${number}`, timestamp });
  }
  return conversation;
}
