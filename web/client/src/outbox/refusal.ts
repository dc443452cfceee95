import { attachment, listOf, shape, text } from "@chask/wire";
import type { Guard } from "@chask/wire";
import type { Draft } from "../contract";
import { failing } from "../failure";
import type { Failure } from "../failure";
import type { Entry } from "./entry";

const CONTENT_LIMIT = 10_000;

/** Whether what a page has handed in is a draft at all: nothing else can be shown, or kept. */
export const isDraft: Guard<Draft> = shape(
  { content: text },
  { attachments: listOf(attachment), conversationId: text },
);

/** What the server would certainly refuse is refused here; an over-long frame would cost the connection. */
export function refusalOf({ content, attachments, conversation }: Entry): Failure | undefined {
  if (conversation === "") {
    return failing("SEND_ERROR", "NOT_FOUND");
  }
  if (content.trim() === "" && attachments.length === 0) {
    return failing("SEND_ERROR", "CONTENT_EMPTY");
  }
  return content.length > CONTENT_LIMIT && Array.from(content).length > CONTENT_LIMIT
    ? failing("SEND_ERROR", "CONTENT_TOO_LONG")
    : undefined;
}
