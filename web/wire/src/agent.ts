import type { Inbox, Presence, ServerFrame, Viewing } from "./frames";
import { count, flag, listOf, oneOf, shape, text, time } from "./guard";
import type { Guard } from "./guard";
import { body, read } from "./read";
import type { Decoded } from "./read";
import { guards, sender } from "./server";

const inbox: Guard<Inbox> = body(
  {
    conversation: text,
    status: oneOf("open", "resolved"),
    lastSequence: count,
    unread: count,
    preview: text,
    sender,
    timestamp: time,
    visitor: shape({ id: text }, { name: text, email: text }),
    activeAt: time,
    tags: listOf(text),
    notes: count,
    events: count,
    mentioned: flag,
  },
  {
    assignee: shape({ id: text, name: text }),
    team: shape({ id: text, name: text }),
    snoozedUntil: time,
  },
);

const state = oneOf("online", "away", "offline");
const presence: Guard<Presence> = body(
  { available: flag },
  { agents: listOf(shape({ id: text, state, choice: state })) },
);

const viewing: Guard<Viewing> = body({
  conversation: text,
  agent: shape({ id: text, name: text }),
  state: oneOf("viewing", "writing", "left"),
});

/** Reads what a server wrote to an agent, who gets more than a visitor. Never throws. */
export function decodeAgent(json: unknown): Decoded<ServerFrame> {
  return read<ServerFrame>(json, { ...guards, inbox, presence, viewing });
}
