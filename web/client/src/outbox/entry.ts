import { attachment, count, errorCode, listOf, shape, text } from "@chask/wire";
import type { Guard, Send } from "@chask/wire";
import type { Attachment, ChatMessage } from "../contract";
import type { Failure, ToError } from "../failure";

/** A message of one's own until its commit is known. Plain data: it is stored and passed between tabs. */
export interface Entry {
  readonly id: string;
  readonly conversation: string;
  readonly content: string;
  readonly attachments: readonly Attachment[];
  /** When it was handed in, or last retried by a person; milliseconds since 1970. */
  readonly since: number;
  /** The tab that sends it, and tells its page. */
  readonly tab: string;
  /** Whose message it is; empty while there is no session yet. */
  readonly owner: string;
  /** The message it answers; only an agent's has one, who looks at it when it is written to the server. */
  readonly replyTo?: unknown;
  /** The verdict; a failed message stays until a person decides. */
  readonly failed?: Pick<Failure, "code" | "reason">;
}

/** Whether a stored or received value is an entry. */
export const isEntry: Guard<Entry> = shape(
  {
    id: text,
    conversation: text,
    content: text,
    attachments: listOf(attachment),
    since: count,
    tab: text,
    owner: text,
  },
  {
    failed: shape({ code: errorCode, reason: text }),
  },
);

/** The entry as its sender sees it. */
export function messageOf(entry: Entry, sender: "user" | "agent", toError: ToError): ChatMessage {
  const { id, content, attachments, conversation, since, failed } = entry;
  return {
    id,
    content,
    sender,
    timestamp: new Date(since),
    status: failed ? "failed" : "sending",
    conversationId: conversation,
    ...(attachments.length > 0 && { attachments }),
    ...(failed && { error: toError({ ...failed, retryable: false, messageId: id }) }),
  };
}

export function frameOf({ id, conversation, content, attachments }: Entry): Send {
  return { type: "send", id, conversation, content, attachments: attachments.map((file) => file.id) };
}
