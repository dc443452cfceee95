import type { ClientFrame, Hello } from "./frames";
import { count, flag, integer, listOf, mapOf, oneOf, shape, text } from "./guard";
import type { Guard } from "./guard";
import { read } from "./read";
import type { Decoded } from "./read";

const uuid: Guard<string> = (value): value is string =>
  text(value) && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);

const hello: Guard<Hello> = shape(
  { type: oneOf("hello"), v: (value): value is 1 => value === 1, token: text, client: text },
  { resume: shape({ epoch: uuid, cursors: mapOf(count) }), idleSeconds: count },
);

const conversation = uuid;
const after = count;
const guards: { readonly [T in ClientFrame["type"]]: Guard<Extract<ClientFrame, { type: T }>> } = {
  hello,
  send: shape(
    { type: oneOf("send"), id: uuid, conversation, content: text, attachments: listOf(uuid) },
    { replyTo: uuid },
  ),
  ack: shape({ type: oneOf("ack"), conversation, sequence: count }),
  read: shape({ type: oneOf("read"), conversation, sequence: count }),
  catchup: shape({ type: oneOf("catchup"), conversation, after }),
  watch: shape({ type: oneOf("watch"), conversation, after }),
  unwatch: shape({ type: oneOf("unwatch"), conversation }),
  typing: shape({ type: oneOf("typing"), conversation, active: flag }),
  viewing: shape({ type: oneOf("viewing"), conversation, state: oneOf("viewing", "writing", "left") }),
  opened: shape({ type: oneOf("opened") }),
  presence: shape({ type: oneOf("presence"), idleSeconds: count }),
  ping: shape({ type: oneOf("ping") }, { t: integer }),
  pong: shape({ type: oneOf("pong") }, { t: integer }),
};

/** Reads what a client wrote, as a model server in a test does. Never throws. */
export function decodeClient(json: unknown): Decoded<ClientFrame> {
  return read<ClientFrame>(json, guards);
}
