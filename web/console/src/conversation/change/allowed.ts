import type { Agent, ChatMessage } from "@chask/client";

/// What an agent may do to a message. The server decides on its own; this only offers what it would allow.
export interface Allowed {
  readonly edit: boolean;
  readonly remove: boolean;
}

export interface Asking {
  readonly agent: Pick<Agent, "id" | "role">;
  /// For how many minutes agents may change what they wrote.
  readonly minutes: number;
  readonly now: Date;
}

export function allowed(message: ChatMessage, { agent, minutes, now }: Asking): Allowed {
  const { sender, author, timestamp, deletedAt } = message;
  if (sender !== "agent" || deletedAt !== undefined) {
    return { edit: false, remove: false };
  }
  // A message that was sent from here a moment ago names no author yet.
  const own = (author?.id ?? agent.id) === agent.id;
  const edit = own && now.getTime() < timestamp.getTime() + minutes * 60_000;
  return { edit, remove: edit || agent.role !== "agent" };
}
