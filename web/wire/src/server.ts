import type {
  ServerFrame,
  Welcome,
  WireAttachment,
  WireAuthor,
  WireErrorCode,
  WireMessage,
  WireSender,
} from "./frames";
import { count, flag, integer, listOf, oneOf, shape, text, time } from "./guard";
import type { Guard } from "./guard";
import { body, read } from "./read";
import type { Decoded } from "./read";

export const errorCode: Guard<WireErrorCode> = oneOf(
  "CONNECTION_ERROR",
  "AUTH_ERROR",
  "SEND_ERROR",
  "NETWORK_ERROR",
);
/** Of a message and of a quote. */
export const author: Guard<WireAuthor> = shape(
  { id: text, kind: oneOf("human", "bot") },
  { name: text, avatarUrl: text },
);
export const sender: Guard<WireSender> = oneOf("user", "agent", "system");

export const attachment: Guard<WireAttachment> = shape(
  { id: text, name: text, mimeType: text, size: count, url: text, inline: flag },
  { thumbnailUrl: text, width: count, height: count },
);

/** A message as frames and REST carry it. */
export const message: Guard<WireMessage> = shape(
  { id: text, sequence: count, sender, content: text, timestamp: time, attachments: listOf(attachment) },
  { author },
);

const welcome: Guard<Welcome> = body({
  session: text,
  epoch: text,
  pingSeconds: count,
  serverTime: time,
  limits: shape({ contentCodePoints: count, frameBytes: count, attachments: count }),
  conversations: listOf(shape({ id: text, lastSequence: count })),
});

const conversation = text;
const sequence = count;
/** By the frame's type. */
export const guards: {
  readonly [T in Exclude<ServerFrame["type"], "inbox" | "viewing">]: Guard<Extract<ServerFrame, { type: T }>>;
} = {
  welcome,
  sent: body({ id: text, conversation, sequence, timestamp: time, duplicate: flag }),
  message: body({ conversation, sequence, message }),
  sync: body({
    conversation,
    messages: listOf(message),
    toSequence: count,
    recovered: flag,
    more: flag,
  }),
  receipt: body(
    { conversation, delivered: count, read: count, ownRead: count },
    { status: oneOf("open", "resolved") },
  ),
  typing: body({ conversation, active: flag, from: oneOf("user", "agent") }, { name: text }),
  presence: body({ available: flag }),
  error: body(
    { code: errorCode, reason: text, message: text, retryable: flag },
    { ref: text, retryAfterMs: count },
  ),
  drain: body({ windowMs: count }),
  ping: body({}, { t: integer }),
  pong: body({}, { t: integer }),
};

/** Reads what a server wrote to a visitor. Never throws. */
export function decode(json: unknown): Decoded<ServerFrame> {
  return read<ServerFrame>(json, guards);
}
